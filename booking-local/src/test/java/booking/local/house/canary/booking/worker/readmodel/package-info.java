/** Canaries that pose as the read model. */
@NullMarked
package booking.local.house.canary.booking.worker.readmodel;

import org.jspecify.annotations.NullMarked;
