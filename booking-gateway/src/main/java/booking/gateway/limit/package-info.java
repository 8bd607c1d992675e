/**
 * How much one caller may ask of this gateway: calls a second.
 *
 * <p>What a call is about does not belong here: how many seats a user may hold is the business of
 * {@code booking}.
 */
@NullMarked
package booking.gateway.limit;

import org.jspecify.annotations.NullMarked;
