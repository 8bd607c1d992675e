/** Canaries that pose as the worker. */
@NullMarked
package booking.local.house.canary.booking.worker;

import org.jspecify.annotations.NullMarked;
