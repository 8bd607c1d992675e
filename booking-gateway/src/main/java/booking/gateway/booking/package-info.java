/**
 * Bookings over HTTP: making, reading and cancelling them, for their owners and for admins.
 *
 * <p>No booking rule belongs here; of a request's fields only the form is checked.
 */
@NullMarked
package booking.gateway.booking;

import org.jspecify.annotations.NullMarked;
