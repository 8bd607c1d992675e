package booking.gateway.room;

import booking.gateway.problem.MetadataRule;
import booking.gateway.problem.Violations;
import booking.schemas.RoomType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rules of a room's fields, the same whether the room is made or changed. */
final class RoomFields {

  private static final int MOST_TIERS = 10;
  private static final int MOST_HOURS = 8784;
  private static final int MOST_PEOPLE = 100_000;
  private static final List<String> TYPES =
      List.of("office", "consultation", "meeting", "treatment");

  private final Violations violations;

  RoomFields(Violations violations) {
    this.violations = violations;
  }

  void name(Optional<String> name) {
    violations.unless(!name.map(String::isBlank).orElse(false), "name", "must not be blank");
    violations.line("name", name, 100);
  }

  void description(Optional<String> description) {
    violations.prose("description", description, 2000);
  }

  void capacity(Optional<Integer> capacity) {
    violations.within("capacity", capacity, 1, MOST_PEOPLE);
  }

  void currency(Optional<String> currency) {
    violations.unless(
        currency.map(RoomFields::isCurrency).orElse(true),
        "currency",
        "must be an ISO 4217 code like EUR");
  }

  void timeZone(Optional<String> timeZone) {
    violations.unless(
        timeZone.map(ZoneId.getAvailableZoneIds()::contains).orElse(true),
        "timeZone",
        "must be an IANA name like Europe/Berlin");
  }

  Optional<RoomType> roomType(Optional<String> roomType) {
    Optional<String> known = roomType.filter(TYPES::contains);
    violations.unless(
        roomType.isEmpty() || known.isPresent(),
        "roomType",
        "must be one of " + String.join(", ", TYPES));
    return known.map(name -> RoomType.valueOf(name.toUpperCase(Locale.ROOT)));
  }

  Optional<String> metadata(Optional<ObjectNode> metadata) {
    return MetadataRule.text(violations, metadata);
  }

  /** The policy with its longest tier first, as the worker reads it. */
  Optional<List<booking.schemas.RefundTier>> refundPolicy(Optional<List<RefundTier>> policy) {
    policy.ifPresent(this::check);
    return policy.map(
        tiers ->
            tiers.stream()
                .sorted(Comparator.comparingInt(RefundTier::hoursBefore).reversed())
                .map(RefundTier::toAvro)
                .toList());
  }

  private void check(List<RefundTier> tiers) {
    violations.unless(
        tiers.size() <= MOST_TIERS, "refundPolicy", "must have at most " + MOST_TIERS + " tiers");
    violations.unless(
        tiers.stream().map(RefundTier::hoursBefore).distinct().count() == tiers.size(),
        "refundPolicy",
        "must have one tier for each hoursBefore");
    for (int i = 0; i < tiers.size(); i++) {
      String field = "refundPolicy[" + i + "]";
      violations.within(
          field + ".hoursBefore", Optional.of(tiers.get(i).hoursBefore()), 0, MOST_HOURS);
      violations.within(field + ".percent", Optional.of(tiers.get(i).percent()), 0, 100);
    }
  }

  private static boolean isCurrency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(currency -> currency.getCurrencyCode().equals(code));
  }
}
