package booking.worker.catalog;

import booking.worker.catalog.RoomDetails.Rate;
import booking.worker.money.Money;
import booking.worker.money.RefundPolicy;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * What an admin wants changed of a room: what is not given stays as it is, unless it is cleared.
 */
public record RoomChanges(
    Optional<String> name,
    Optional<String> description,
    Optional<RoomType> type,
    Optional<Integer> capacity,
    Optional<BigDecimal> hourlyRate,
    Optional<String> currency,
    Optional<ZoneId> timeZone,
    Optional<Boolean> active,
    Optional<RefundPolicy> refundPolicy,
    Optional<String> metadata,
    Set<Clearable> cleared) {

  /** What a room can be without. */
  public enum Clearable {
    DESCRIPTION,
    HOURLY_RATE,
    REFUND_POLICY,
    METADATA
  }

  RoomDetails appliedTo(RoomDetails old) {
    return new RoomDetails(
        name.orElse(old.name()),
        cleared.contains(Clearable.DESCRIPTION) ? "" : description.orElse(old.description()),
        type.orElse(old.type()),
        capacity.orElse(old.capacity()),
        rate(old.rate()),
        timeZone.orElse(old.timeZone()),
        active.orElse(old.active()),
        cleared.contains(Clearable.REFUND_POLICY)
            ? Optional.empty()
            : refundPolicy.or(old::refundPolicy),
        cleared.contains(Clearable.METADATA) ? "" : metadata.orElse(old.metadata()));
  }

  private Rate rate(Rate old) {
    Rate converted = old.in(currency.orElse(old.currency()));
    if (cleared.contains(Clearable.HOURLY_RATE)) {
      return new Rate(Optional.empty(), converted.currency());
    }
    return hourlyRate
        .map(
            rate ->
                new Rate(Optional.of(Money.of(rate, converted.currency())), converted.currency()))
        .orElse(converted);
  }
}
