package booking.local.checker.table;

import static java.util.stream.Collectors.joining;

import booking.local.checker.log.Fields;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;

/** Fields of a record as the tables write them. */
final class Cell {

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private Cell() {}

  static String id(Fields from, String field) {
    return value(from, field, name -> Long.toString(from.number(name)));
  }

  /** Postgres has no character 0. */
  static String text(Fields from, String field) {
    return value(from, field, name -> from.text(name).replace('\0', '\uFFFD'));
  }

  static String word(Fields from, String field) {
    return value(from, field, name -> from.text(name).toLowerCase(Locale.ROOT));
  }

  static String money(Fields from, String field) {
    return value(from, field, name -> from.money(name).toPlainString());
  }

  static String flag(Fields from, String field) {
    return value(from, field, name -> Boolean.toString(from.flag(name)));
  }

  /** The tables hold the years 1 to 9999; what lies beyond is the last moment that they hold. */
  static String time(Fields from, String field) {
    return value(
        from,
        field,
        name -> {
          Instant time = from.time(name);
          Instant after = time.isBefore(EARLIEST) ? EARLIEST : time;
          return (after.isAfter(LATEST) ? LATEST : after).toString();
        });
  }

  private static String value(Fields from, String field, Function<String, String> reading) {
    return from.maybe(field, reading).orElse(TableRow.NOTHING);
  }

  /** As Postgres writes it: shorter names first. */
  static String tiers(Fields from, String field) {
    return value(
        from,
        field,
        name ->
            from.records(name).stream()
                .map(
                    tier ->
                        "{\"percent\": %d, \"hoursBefore\": %d}"
                            .formatted(tier.number("percent"), tier.number("hoursBefore")))
                .collect(joining(", ", "[", "]")));
  }
}
