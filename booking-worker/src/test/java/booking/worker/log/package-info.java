/** A Kafka log in memory, for tests of whatever reads one. */
@NullMarked
package booking.worker.log;

import org.jspecify.annotations.NullMarked;
