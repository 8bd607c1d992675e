package booking.local.checker.mutant;

import booking.local.checker.invariant.Evidence;
import booking.local.checker.log.Fields;
import booking.local.checker.log.LogRecord;
import booking.local.checker.log.MemoryLog;
import booking.local.checker.log.Place;
import booking.local.checker.table.MemoryTables;
import booking.local.checker.table.TableName;
import booking.local.checker.table.TableRow;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** Edits of evidence that was read into memory. */
final class Edits {

  /** Far beyond the end of any topic here. */
  private static final long BEYOND = 1L << 40;

  private Edits() {}

  /** The first such record of a topic says something else. */
  static UnaryOperator<Evidence> saying(
      String topic, Predicate<Fields> which, UnaryOperator<Fields> other) {
    return replacing(topic, which, record -> List.of(record.saying(other.apply(record.said()))));
  }

  /** The first such record of a topic is not there. */
  static UnaryOperator<Evidence> without(String topic, Predicate<Fields> which) {
    return replacing(topic, which, record -> List.of());
  }

  /** The first such record of a topic is there once more, at the end and saying what is given. */
  static UnaryOperator<Evidence> adding(
      String topic, Predicate<Fields> which, UnaryOperator<Fields> other) {
    return evidence -> {
      MemoryLog log = (MemoryLog) evidence.log();
      return evidence.with(log.adding(after(log.all(topic, is(which)).get(0), other)));
    };
  }

  /** The newest record of a topic once more at its end, saying something else. */
  static UnaryOperator<Evidence> addingNewest(
      String topic, ToLongFunction<Fields> age, UnaryOperator<Fields> other) {
    return evidence -> {
      MemoryLog log = (MemoryLog) evidence.log();
      LogRecord newest =
          log.all(topic, is(any -> true)).stream()
              .max(Comparator.comparingLong(record -> age.applyAsLong(record.said())))
              .orElseThrow();
      return evidence.with(log.adding(after(newest, other)));
    };
  }

  private static LogRecord after(LogRecord record, UnaryOperator<Fields> other) {
    Place end = new Place(record.place().topic(), record.place().partition(), BEYOND);
    return record.saying(other.apply(record.said())).at(end);
  }

  static UnaryOperator<Evidence> replacing(
      String topic, Predicate<Fields> which, Function<LogRecord, List<LogRecord>> by) {
    return evidence -> evidence.with(((MemoryLog) evidence.log()).replacing(topic, is(which), by));
  }

  /** The first such row of a table is something else, or not there. */
  static UnaryOperator<Evidence> row(
      TableName table, Predicate<TableRow> which, Function<TableRow, List<TableRow>> by) {
    return evidence ->
        evidence.with(((MemoryTables) evidence.tables()).replacing(table, which, by));
  }

  /** Whether an event tells this fact. */
  static Predicate<Fields> fact(String name) {
    return event -> event.record("fact").type().equals(name);
  }

  private static Predicate<LogRecord> is(Predicate<Fields> which) {
    return record -> record.value().map(which::test).orElse(false);
  }
}
