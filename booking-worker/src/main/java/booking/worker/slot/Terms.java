package booking.worker.slot;

import booking.worker.money.Money;
import booking.worker.money.RefundPolicy;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a timeslot offers.
 *
 * @param seats 1 to 10 000
 * @param price of one seat; zero needs no payment
 * @param refundPolicy promised to bookings held from now on
 */
public record Terms(
    RoomCard room,
    Instant startsAt,
    Instant endsAt,
    int seats,
    Money price,
    RefundPolicy refundPolicy) {

  /** What customers are told of the room. */
  public record RoomCard(long roomId, String name, ZoneId timeZone) {}

  public Terms {
    if (!startsAt.isBefore(endsAt)) {
      throw new IllegalArgumentException("a slot ends after it starts: " + startsAt);
    }
    if (seats < 1) {
      throw new IllegalArgumentException("a slot has a seat: " + seats);
    }
  }

  boolean startedAt(Instant now) {
    return !startsAt.isAfter(now);
  }

  boolean endedAt(Instant now) {
    return !endsAt.isAfter(now);
  }

  Terms with(RoomCard newRoom, RefundPolicy newPolicy) {
    return new Terms(newRoom, startsAt, endsAt, seats, price, newPolicy);
  }
}
