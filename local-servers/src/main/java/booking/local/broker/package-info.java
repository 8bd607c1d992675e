/**
 * A real Kafka broker inside this JVM, and what any broker here is told. It knows no topic of ours:
 * who needs one, creates it.
 */
@NullMarked
package booking.local.broker;

import org.jspecify.annotations.NullMarked;
