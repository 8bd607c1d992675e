/** Canaries that pose as the topology. */
@NullMarked
package booking.local.house.canary.booking.worker.stream;

import org.jspecify.annotations.NullMarked;
