/**
 * JSON as this API speaks it: strict on the way in, exact on the way out.
 *
 * <p>No field of any particular request or answer belongs here.
 */
@NullMarked
package booking.gateway.json;

import org.jspecify.annotations.NullMarked;
