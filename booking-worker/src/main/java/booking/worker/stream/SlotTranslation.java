package booking.worker.stream;

import booking.schemas.TimeslotSnapshot;
import booking.schemas.internal.SlotNumbers;
import booking.schemas.internal.SlotRecord;
import booking.worker.money.Money;
import booking.worker.slot.Seats;
import booking.worker.slot.Slot;
import booking.worker.slot.Terms;
import java.time.ZoneId;

/** Slots in and out of Avro. */
final class SlotTranslation {

  private SlotTranslation() {}

  static SlotRecord record(Left left) {
    return new SlotRecord(left.timeslot(), left.slot().seats().lastNumber());
  }

  /** What changes of a slot with its bookings. */
  static SlotNumbers numbers(Slot slot) {
    Seats seats = slot.seats();
    return new SlotNumbers(
        slot.version(), seats.held(), seats.confirmed(), seats.lastNumber(), slot.updatedAt());
  }

  /** The slot as it was stored, brought up to these numbers. */
  static Slot numbered(Slot stored, SlotNumbers numbers) {
    return new Slot(
        stored.timeslotId(),
        numbers.getVersion(),
        stored.terms(),
        stored.open(),
        new Seats(numbers.getHeld(), numbers.getConfirmed(), numbers.getLastNumber()),
        stored.createdAt(),
        numbers.getUpdatedAt());
  }

  static Slot slot(SlotRecord record) {
    TimeslotSnapshot snapshot = record.getSnapshot();
    Terms.RoomCard room =
        new Terms.RoomCard(
            snapshot.getRoomId(), snapshot.getRoomName(), ZoneId.of(snapshot.getTimeZone()));
    Terms terms =
        new Terms(
            room,
            snapshot.getStartsAt(),
            snapshot.getEndsAt(),
            snapshot.getMaxBookings(),
            Money.of(snapshot.getPrice(), snapshot.getCurrency()),
            Tiers.toPolicy(snapshot.getRefundPolicy()));
    return new Slot(
        snapshot.getTimeslotId(),
        snapshot.getVersion(),
        terms,
        snapshot.getOpen(),
        new Seats(snapshot.getHeld(), snapshot.getConfirmed(), record.getLastNumber()),
        snapshot.getCreatedAt(),
        snapshot.getUpdatedAt());
  }

  static TimeslotSnapshot snapshot(Slot slot) {
    Terms terms = slot.terms();
    return new TimeslotSnapshot(
        slot.timeslotId(),
        slot.version(),
        terms.room().roomId(),
        terms.room().name(),
        terms.room().timeZone().getId(),
        terms.startsAt(),
        terms.endsAt(),
        terms.price().toDecimal(),
        terms.price().currency(),
        Tiers.toAvro(terms.refundPolicy()),
        terms.seats(),
        slot.open(),
        slot.seats().held(),
        slot.seats().confirmed(),
        slot.createdAt(),
        slot.updatedAt());
  }
}
