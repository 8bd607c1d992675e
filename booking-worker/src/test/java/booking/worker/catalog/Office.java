package booking.worker.catalog;

import booking.worker.catalog.RoomDetails.Rate;
import booking.worker.money.Money;
import booking.worker.money.RefundPolicy;
import booking.worker.money.RefundPolicy.Tier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The room of the catalogue's examples: a bright office in Berlin. */
final class Office {

  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final Instant LONG_BEFORE = Instant.parse("2027-02-01T08:00:00Z");

  private Office() {}

  static RoomDetails named(String name) {
    return new RoomDetails(
        name,
        "bright",
        RoomType.OFFICE,
        4,
        anHour("40.00"),
        BERLIN,
        true,
        Optional.of(policy(24, 100)),
        "{\"window\":true}");
  }

  static RoomDetails inactive(RoomDetails room) {
    return new RoomDetails(
        room.name(),
        room.description(),
        room.type(),
        room.capacity(),
        room.rate(),
        room.timeZone(),
        false,
        room.refundPolicy(),
        room.metadata());
  }

  static RoomDetails at(RoomDetails room, Rate rate, ZoneId zone) {
    return new RoomDetails(
        room.name(),
        room.description(),
        room.type(),
        room.capacity(),
        rate,
        zone,
        room.active(),
        room.refundPolicy(),
        room.metadata());
  }

  static Rate anHour(String amount) {
    return new Rate(Optional.of(Money.of(new BigDecimal(amount), "EUR")), "EUR");
  }

  static Rate notPriced() {
    return new Rate(Optional.empty(), "EUR");
  }

  static RefundPolicy policy(int hours, int percent) {
    return new RefundPolicy(List.of(new Tier(hours, percent)));
  }
}
