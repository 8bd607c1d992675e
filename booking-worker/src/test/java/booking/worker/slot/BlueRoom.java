package booking.worker.slot;

import booking.worker.money.Money;
import booking.worker.money.RefundPolicy;
import booking.worker.money.RefundPolicy.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** Where the examples of the slot's rules take place. */
final class BlueRoom {

  static final long TIMESLOT = 42;
  static final long ROOM = 5;
  static final Duration HOLD_TIME = Duration.ofMinutes(15);
  static final Money PRICE = euros("40.00");
  static final RefundPolicy HOUSE_POLICY = policy(new Tier(24, 100), new Tier(6, 50));
  static final RefundPolicy STRICTER_POLICY = policy(new Tier(48, 100));

  private BlueRoom() {}

  static Money euros(String amount) {
    return Money.of(new BigDecimal(amount), "EUR");
  }

  static RefundPolicy policy(Tier... tiers) {
    return new RefundPolicy(List.of(tiers));
  }

  static Terms.RoomCard card(String name) {
    return new Terms.RoomCard(ROOM, name, ZoneId.of("Europe/Berlin"));
  }

  /** An hour from {@link Moment#START}. */
  static Terms terms(int seats, Money price) {
    return new Terms(
        card("Blue Room"),
        Moment.START,
        Moment.START.plus(Duration.ofHours(1)),
        seats,
        price,
        HOUSE_POLICY);
  }

  static long bookingId(int number) {
    return BookingNumber.bookingId(TIMESLOT, number);
  }
}
