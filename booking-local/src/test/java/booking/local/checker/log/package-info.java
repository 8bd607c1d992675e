/**
 * The log as it lies in Kafka, read by nobody's code but its own: topics by name, bytes by the
 * committed schemas. It knows what a record says, not whether that is right.
 */
@NullMarked
package booking.local.checker.log;

import org.jspecify.annotations.NullMarked;
