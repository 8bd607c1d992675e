/**
 * Tests of the read model against a real Postgres, with events told as stories of a slot. Kafka is
 * its own {@code MockConsumer} here; the whole way from a real broker is booking-local's to test.
 */
@NullMarked
package booking.worker.readmodel;

import org.jspecify.annotations.NullMarked;
