/** Canaries that pose as the contract. */
@NullMarked
package booking.local.house.canary.booking.schemas;

import org.jspecify.annotations.NullMarked;
