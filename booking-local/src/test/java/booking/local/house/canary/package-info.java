/**
 * Classes that each break one rule of the house, to show that the rule catches them. Never used.
 */
@NullMarked
package booking.local.house.canary;

import org.jspecify.annotations.NullMarked;
