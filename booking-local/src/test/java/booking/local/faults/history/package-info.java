/**
 * What clients did and what they were told, in the order in which they were told: the one witness
 * that is no part of the system. Nothing here judges it.
 */
@NullMarked
package booking.local.faults.history;

import org.jspecify.annotations.NullMarked;
