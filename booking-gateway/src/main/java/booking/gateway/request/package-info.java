/**
 * What happens to a request between HTTP and Kafka: its identity, its way to the worker, the wait
 * for the result and for the read model to show it.
 *
 * <p>What a request means does not belong here: to this package a command is a sealed letter.
 */
@NullMarked
package booking.gateway.request;

import org.jspecify.annotations.NullMarked;
