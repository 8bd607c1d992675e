/**
 * Timeslots over HTTP: listing them, generating, closing and opening them.
 *
 * <p>When a slot may be booked is the worker's to decide; what is shown here is only what was so a
 * moment ago.
 */
@NullMarked
package booking.gateway.timeslot;

import org.jspecify.annotations.NullMarked;
