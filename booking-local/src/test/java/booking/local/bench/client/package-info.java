/** Clients that cost the machine little, since they share it with what they measure. */
@NullMarked
package booking.local.bench.client;

import org.jspecify.annotations.NullMarked;
