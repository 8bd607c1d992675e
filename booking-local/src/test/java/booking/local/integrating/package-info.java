/**
 * That what other teams read of Booking's topics is what the code has: {@code docs/integrating.md},
 * {@code docs/asyncapi.yaml} and {@code examples}. What those services do is seen elsewhere.
 */
@NullMarked
package booking.local.integrating;

import org.jspecify.annotations.NullMarked;
