package booking.worker.readmodel;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table: its name, its SQL type, and where a row has its value (null is SQL's).
 *
 * <p>Texts and times reach Postgres in a form that it can store, whatever customers or the payment
 * service wrote: one strange note must not stop the rows of everybody else.
 */
record Column<R>(String name, String type, Function<R, @Nullable Object> value) {

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  static <R> Column<R> id(String name, Function<R, @Nullable Long> value) {
    return new Column<>(name, "bigint", value::apply);
  }

  static <R> Column<R> count(String name, Function<R, Integer> value) {
    return new Column<>(name, "integer", value::apply);
  }

  static <R> Column<R> flag(String name, Function<R, Boolean> value) {
    return new Column<>(name, "boolean", value::apply);
  }

  static <R> Column<R> money(String name, Function<R, @Nullable BigDecimal> value) {
    return new Column<>(name, "numeric", value::apply);
  }

  static <R> Column<R> json(String name, Function<R, @Nullable String> value) {
    return new Column<>(name, "jsonb", value::apply);
  }

  static <R> Column<R> text(String name, Function<R, @Nullable String> value) {
    return new Column<>(name, "text", row -> storable(value.apply(row)));
  }

  /** A status in the words of the tables: lower case. */
  static <R> Column<R> word(String name, Function<R, @Nullable Enum<?>> value) {
    return new Column<>(name, "text", row -> lowerCase(value.apply(row)));
  }

  static <R> Column<R> time(String name, Function<R, @Nullable Instant> value) {
    return new Column<>(name, "timestamptz", row -> storable(value.apply(row)));
  }

  /** Postgres has no character NUL; the replacement character stands for it. */
  private static @Nullable String storable(@Nullable String text) {
    return text == null ? null : text.replace('\0', '\uFFFD');
  }

  /** Avro's times reach further than those of Postgres, and four digits are a year anywhere. */
  private static @Nullable Instant storable(@Nullable Instant time) {
    if (time == null) {
      return null;
    }
    if (time.isBefore(EARLIEST)) {
      return EARLIEST;
    }
    return time.isAfter(LATEST) ? LATEST : time;
  }

  private static @Nullable String lowerCase(@Nullable Enum<?> word) {
    return word == null ? null : word.name().toLowerCase(Locale.ROOT);
  }
}
