/**
 * The rules of one timeslot: who gets a seat, who pays, who gets money back. {@link
 * booking.worker.slot.Slot} answers every {@link booking.worker.slot.SlotCommand} with a {@link
 * booking.worker.slot.Decision}, a pure function of the slot, the bookings in view and the time.
 *
 * <p>No Kafka, SQL, HTTP, logging or clock; no look-ups: what a decision needs to see is fetched
 * before and passed in.
 */
@NullMarked
package booking.worker.slot;

import org.jspecify.annotations.NullMarked;
