/**
 * The rules of one timeslot, shown: by tables that people from the business can read (in the
 * resources beside these classes), by properties over random stories, and by examples for the rest.
 * Nothing here needs Kafka, a database or a clock.
 *
 * <table>
 * <caption>Rule (rules.md) and where it is shown</caption>
 * <tr><th>rule</th><th>shown by</th></tr>
 * <tr><td>1 seats: held + confirmed ≤ maxBookings; a seat comes back once</td>
 *     <td>{@link booking.worker.slot.Laws} at every step, column "seats left",
 *     {@link booking.worker.slot.ImpossibleSlotTest}</td></tr>
 * <tr><td>1 closed and full are different things</td><td>close-and-open.txt, book.txt</td></tr>
 * <tr><td>1 hold until now + hold time, at most the start; free slots are confirmed at once</td>
 *     <td>book.txt, {@link booking.worker.slot.BookingTest}</td></tr>
 * <tr><td>1 what was promised stays promised</td><td>cancel.txt, change.txt,
 *     {@link booking.worker.slot.Laws#bookingStaysItself}</td></tr>
 * <tr><td>1 99 999 bookings, then exhausted</td><td>book.txt,
 *     {@link booking.worker.slot.BookingNumberTest}</td></tr>
 * <tr><td>2 statuses</td><td>all tables;
 *     {@link booking.worker.slot.DecisionTableTest#everyStateOfABookingIsAmongTheStates}</td></tr>
 * <tr><td>3 book, refusals in their order, and their words</td><td>book.txt,
 *     {@link booking.worker.slot.RefusalTest}</td></tr>
 * <tr><td>3 cancel, refund tiers to the millisecond</td><td>cancel.txt</td></tr>
 * <tr><td>3 cancel by the venue, all back</td><td>venue-cancels.txt</td></tr>
 * <tr><td>3 no-show</td><td>no-show.txt</td></tr>
 * <tr><td>3 close, open, cancelBookings</td><td>close-and-open.txt</td></tr>
 * <tr><td>3 timers; no decision sees a hold that is over as live</td><td>time.txt, state "hold run
 *     out" in every table</td></tr>
 * <tr><td>4.2 unknown booking</td><td>pay.txt, payment-fails.txt</td></tr>
 * <tr><td>4.3 wrong amount or currency</td><td>pay.txt</td></tr>
 * <tr><td>4.4 to 4.7 live hold, paid already, late, cancelled</td><td>pay.txt</td></tr>
 * <tr><td>4 payment-failed, refund-settled</td><td>payment-fails.txt, refund-settled.txt</td></tr>
 * <tr><td>7 no seat sold twice, versions without a gap, a refusal changes nothing, received = kept
 *     + refunded, the events give the same slot, repeats, time shifted</td>
 *     <td>{@link booking.worker.slot.SlotPropertiesTest}</td></tr>
 * <tr><td>7 a decision does not look at more bookings than it needs</td>
 *     <td>{@link booking.worker.slot.SlotViewTest}</td></tr>
 * </table>
 *
 * <p>Rules 4.1 (a payment id is spent once), "same request id", amounts of zero or less, retention
 * and notifications are the stream's and shown there; what a list calls available is the gateway's.
 */
@NullMarked
package booking.worker.slot;

import org.jspecify.annotations.NullMarked;
