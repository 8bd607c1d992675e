package booking.worker.stream;

import booking.schemas.BookingSnapshot;
import booking.schemas.TimeslotSnapshot;
import booking.worker.slot.Booking;
import booking.worker.slot.Slot;
import booking.worker.slot.SlotEvent;
import java.util.Optional;

/**
 * What an event left behind, put into Avro once for all who are told of it: the event, the store
 * and the answer carry the same snapshots, and the notification is made from them.
 *
 * @param slot after the event
 * @param timeslot the same in Avro
 * @param booking after the event, if it was about one
 */
record Left(SlotEvent event, Slot slot, TimeslotSnapshot timeslot, Optional<LeftBooking> booking) {

  /**
   * A booking, also in Avro.
   *
   * @param slot after the same event
   */
  record LeftBooking(Booking booking, BookingSnapshot snapshot, Slot slot) {

    static LeftBooking of(Booking booking, Slot slot) {
      return new LeftBooking(booking, BookingTranslation.snapshot(booking), slot);
    }
  }

  static Left by(SlotEvent event, Slot after) {
    return new Left(
        event,
        after,
        SlotTranslation.snapshot(after),
        event instanceof SlotEvent.OfBooking of
            ? Optional.of(LeftBooking.of(of.after(), after))
            : Optional.empty());
  }

  Optional<BookingSnapshot> bookingSnapshot() {
    return booking.map(LeftBooking::snapshot);
  }
}
