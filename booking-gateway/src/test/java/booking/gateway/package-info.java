/**
 * The gateway as its clients meet it, with a worker and a read model that answer as a test says. No
 * Kafka, no Postgres: with those it is tested in booking-local.
 *
 * <table>
 * <caption>Rule (rules.md) that is visible only over HTTP, and where it is shown</caption>
 * <tr><th>rule</th><th>shown by</th></tr>
 * <tr><td>1 remaining = seats − held − confirmed; available = open, a seat left, not started</td>
 *     <td>{@code booking.gateway.timeslot.TimeslotTest}</td></tr>
 * <tr><td>3, 5 every refusal's HTTP status; a newer worker's is a 409</td>
 *     <td>{@code booking.gateway.problem.ProblemTest}</td></tr>
 * <tr><td>3 bounds of notes, bookingType, metadata; 5 bounds of a room and of a generation</td>
 *     <td>{@link booking.gateway.BadInputTest}</td></tr>
 * <tr><td>3 the same key and body are the same request, another body is told</td>
 *     <td>{@link booking.gateway.BookingCallsTest}, {@code
 *     booking.gateway.request.KafkaRequestsTest}</td></tr>
 * <tr><td>3 another's booking is a 404; what only admins may</td>
 *     <td>{@link booking.gateway.BookingCallsTest}, {@link booking.gateway.TokensTest}</td></tr>
 * <tr><td>3 a cancellation tells what comes back</td>
 *     <td>{@link booking.gateway.BookingCallsTest}</td></tr>
 * <tr><td>5 what a room or a generation does not say; what is left out stays, null clears</td>
 *     <td>{@link booking.gateway.CatalogueCallsTest}</td></tr>
 * <tr><td>5 a day is the room's own; a longer stay needs slots that adjoin</td>
 *     <td>{@link booking.gateway.CatalogueCallsTest}</td></tr>
 * <tr><td>5 an inactive room is absent from the list, and its slots' listing is a 404</td>
 *     <td>{@link booking.gateway.CatalogueCallsTest}, {@link booking.gateway.BadInputTest}</td></tr>
 * <tr><td>5 a 201 waits until what it tells of can be read</td>
 *     <td>{@code booking.gateway.request.KafkaRequestsTest}</td></tr>
 * </table>
 */
@NullMarked
package booking.gateway;

import org.jspecify.annotations.NullMarked;
