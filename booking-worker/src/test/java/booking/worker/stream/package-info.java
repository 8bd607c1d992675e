/**
 * The whole topology on a driven clock, through the doors that messages use. No broker.
 *
 * <table>
 * <caption>Rule (rules.md) that lives in the topology, and where it is shown</caption>
 * <tr><th>rule</th><th>shown by</th></tr>
 * <tr><td>3.1 the same request id gets its first answer, no new event</td>
 *     <td>{@link booking.worker.stream.RepeatedRequestsTest}</td></tr>
 * <tr><td>3 the worker checks ownership and role itself</td>
 *     <td>{@link booking.worker.stream.RepeatedRequestsTest#theWorkerItselfChecksWhoAsks},
 *     {@link booking.worker.stream.CatalogueThroughTheTopologyTest#onlyAdminsAsk}</td></tr>
 * <tr><td>3 bounds of notes, booking type, metadata: also past the gateway</td>
 *     <td>{@link booking.worker.stream.DeadLettersTest#whatTheGatewayWouldNotSendIsNotDecided}
 *     </td></tr>
 * <tr><td>3 holds expire with no traffic, and are over in every decision</td>
 *     <td>{@link booking.worker.stream.WalkThroughTheTopologyTest#aHoldExpiresWithNobodyAround},
 *     {@link booking.worker.stream.TimersTest#aDueHoldIsNeverSeenAsLiveEvenBeforeTheTick}</td></tr>
 * <tr><td>3 completion at the slot's end; state leaves the stores 30 days later</td>
 *     <td>{@link booking.worker.stream.TimersTest}</td></tr>
 * <tr><td>4 every payment is kept, refunded in full or a known repeat; 4.1 spent once, reused; 4.2
 *     unknown; 4.3 mismatch, not positive; 4.4 to 4.7; payment-failed; refund-settled</td>
 *     <td>{@link booking.worker.stream.MoneyThroughTheTopologyTest}</td></tr>
 * <tr><td>5 rooms and slots reach the slots' writers; deactivation; late changes keep promises</td>
 *     <td>{@link booking.worker.stream.CatalogueThroughTheTopologyTest}</td></tr>
 * <tr><td>6 notifications, every kind; their ids</td>
 *     <td>{@link booking.worker.stream.NotificationsTest}</td></tr>
 * <tr><td>7 a decision's work does not grow with a slot's seats</td>
 *     <td>{@link booking.worker.stream.CostOfSeatsTest}</td></tr>
 * <tr><td>7 nothing vanishes: decided, or a dead letter with its reason</td>
 *     <td>{@link booking.worker.stream.DeadLettersTest}</td></tr>
 * <tr><td>7 one result per request, no seat sold twice, received = kept + refunded, versions, the
 *     same stores from the log, repeats</td>
 *     <td>the simulation ({@code booking.worker.simulation})</td></tr>
 * </table>
 *
 * <p>What a slot decides by itself is shown in {@link booking.worker.slot}, the catalogue's rules
 * in {@link booking.worker.catalog}, "Postgres is the fold of the events" in {@code
 * booking.worker.readmodel}; what a client sees of all this (status codes, lists of free slots, the
 * 201 that is readable) in the tests of the gateway and of booking-local.
 */
@NullMarked
package booking.worker.stream;

import org.jspecify.annotations.NullMarked;
