/**
 * The contract with everyone outside: the records that travel on Kafka, the topics they travel on,
 * and the Confluent wire format that they travel in.
 *
 * <p>Beside it, what every program here needs to reach Kafka. The records are generated from {@code
 * src/main/avro}. Nothing of the worker, the gateway or any booking rule belongs here.
 */
@NullMarked
package booking.schemas;

import org.jspecify.annotations.NullMarked;
