/**
 * What holds for every HTTP exchange, whatever it is about: bounds on bodies and connections,
 * headers on the answer, errors below the API.
 *
 * <p>Nothing that knows of bookings, rooms or timeslots belongs here.
 */
@NullMarked
package booking.gateway.http;

import org.jspecify.annotations.NullMarked;
