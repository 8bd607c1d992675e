/**
 * Tests of the whole system as its users meet it: over HTTP, over Kafka, and by what happens to its
 * processes. What one class decides by itself is tested beside that class, not here.
 *
 * <table>
 * <caption>Rule (rules.md) that only the whole system shows, and where</caption>
 * <tr><th>rule</th><th>shown by</th></tr>
 * <tr><td>1 what is full, closed, started or given up is not listed</td>
 *     <td>{@link booking.local.AvailabilityTest}</td></tr>
 * <tr><td>1 a slot of price 0 is confirmed and paid at once</td>
 *     <td>{@link booking.local.RefusalTest}</td></tr>
 * <tr><td>3, 5 refusals with their status, code and words</td>
 *     <td>{@link booking.local.RefusalTest}</td></tr>
 * <tr><td>3 refund tiers, a room's own, rounded; closing a slot with its bookings</td>
 *     <td>{@link booking.local.RefundTest}</td></tr>
 * <tr><td>3 cancelled by the venue, no-show, close and open</td>
 *     <td>{@link booking.local.AdminTest}</td></tr>
 * <tr><td>3 a hold ends within 5 s of its time with no traffic; 4.6 late payments</td>
 *     <td>{@link booking.local.HoldTest}</td></tr>
 * <tr><td>3 another's booking is not there; a key used for something else</td>
 *     <td>{@link booking.local.OwnBookingsTest}</td></tr>
 * <tr><td>4.2 money for a booking that never was; 7 nothing vanishes</td>
 *     <td>{@link booking.local.DeadLetterTest}</td></tr>
 * <tr><td>5 generating twice makes nothing new; a 201 can be listed and booked at once</td>
 *     <td>{@link booking.local.AdminTest}, {@link booking.local.Premises} in every test</td></tr>
 * <tr><td>5 days of 23 and 25 hours</td><td>{@link booking.local.ClockChangeTest}</td></tr>
 * <tr><td>7 no seat sold twice, one answer for each request</td>
 *     <td>{@link booking.local.TogetherTest}, {@link booking.local.KillTest}</td></tr>
 * </table>
 */
@NullMarked
package booking.local;

import org.jspecify.annotations.NullMarked;
