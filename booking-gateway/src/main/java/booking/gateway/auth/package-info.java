/**
 * Who is calling: bearer tokens, checked against one algorithm that the configuration names.
 *
 * <p>Whether a booking is the caller's own does not belong here: queries and the worker see to it.
 */
@NullMarked
package booking.gateway.auth;

import org.jspecify.annotations.NullMarked;
