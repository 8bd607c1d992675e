/** Canaries that pose as the gateway. */
@NullMarked
package booking.local.house.canary.booking.gateway;

import org.jspecify.annotations.NullMarked;
