/**
 * Faults of what is written to Kafka: by somebody who can write there past the gateway, by mistake
 * or by malice. Nothing here knows how the worker is built, but for the names of its topics.
 */
@NullMarked
package booking.local.faults.stranger;

import org.jspecify.annotations.NullMarked;
