package booking.schemas;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Conversions;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * A writer of the generated records of one schema: a step for each field, chosen once. Avro's own
 * writer chooses anew for each value of each record and takes nearly twice as long; what is written
 * is the same. Safe to share between threads.
 */
final class RecordWriter<T extends SpecificRecord> {

  /** Writes one value of the type that it was made for. */
  @FunctionalInterface
  private interface Step {
    void write(@Nullable Object value, Pen pen) throws IOException;
  }

  // What an event leaves of a booking and of its slot: the event tells it, the store, the answer.
  private static final Set<String> SNAPSHOTS =
      Set.of(
          BookingSnapshot.getClassSchema().getFullName(),
          TimeslotSnapshot.getClassSchema().getFullName());

  private static final Conversions.DecimalConversion DECIMALS = new Conversions.DecimalConversion();

  private final Step whole;

  /**
   * @throws IllegalArgumentException if something in the schema is of a type that no record of ours
   *     has
   */
  RecordWriter(Schema schema) {
    whole = step(schema);
  }

  /**
   * Writes a record.
   *
   * @throws RuntimeException of any kind if the record lacks a value, or has one that does not fit
   */
  void write(T record, Pen pen) throws IOException {
    whole.write(record, pen);
  }

  private static Step step(Schema schema) {
    return schema.getLogicalType() == null ? plain(schema) : logical(schema);
  }

  private static Step plain(Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> record(schema);
      case UNION -> branches(schema.getTypes());
      case ARRAY -> items(step(schema.getElementType()));
      case ENUM -> (value, pen) -> pen.out().writeEnum(((Enum<?>) given(value)).ordinal());
      case STRING -> (value, pen) -> pen.out().writeString((String) given(value));
      case LONG -> (value, pen) -> pen.out().writeLong((Long) given(value));
      case INT -> (value, pen) -> pen.out().writeInt((Integer) given(value));
      case BOOLEAN -> (value, pen) -> pen.out().writeBoolean((Boolean) given(value));
      default -> throw new IllegalArgumentException("No record of ours has " + schema);
    };
  }

  private static Step logical(Schema schema) {
    return switch (schema.getLogicalType().getName()) {
      case "timestamp-millis" ->
          (value, pen) -> pen.out().writeLong(((Instant) given(value)).toEpochMilli());
      case "date" ->
          (value, pen) ->
              pen.out().writeInt(Math.toIntExact(((LocalDate) given(value)).toEpochDay()));
      case "time-millis" ->
          (value, pen) ->
              pen.out().writeInt(((LocalTime) given(value)).get(ChronoField.MILLI_OF_DAY));
      case "decimal" -> decimal(schema, (LogicalTypes.Decimal) schema.getLogicalType());
      default -> throw new IllegalArgumentException("No record of ours has " + schema);
    };
  }

  private static Step decimal(Schema schema, LogicalTypes.Decimal type) {
    return (value, pen) ->
        pen.out().writeBytes(DECIMALS.toBytes((BigDecimal) given(value), schema, type));
  }

  private static Step record(Schema schema) {
    Step fields = fields(schema);
    return SNAPSHOTS.contains(schema.getFullName())
        ? (value, pen) -> pen.copy(given(value), to -> fields.write(value, to))
        : fields;
  }

  private static Step fields(Schema schema) {
    Step[] steps =
        schema.getFields().stream().map(field -> step(field.schema())).toArray(Step[]::new);
    return (value, pen) -> {
      // The class that all generated ones extend: to call it costs less than to call an interface.
      SpecificRecordBase record = (SpecificRecordBase) given(value);
      for (int i = 0; i < steps.length; i++) {
        steps[i].write(record.get(i), pen);
      }
    };
  }

  private static Step items(Step item) {
    return (value, pen) -> {
      Collection<?> items = (Collection<?>) given(value);
      pen.out().writeArrayStart();
      pen.out().setItemCount(items.size());
      for (Object each : items) {
        pen.out().startItem();
        item.write(each, pen);
      }
      pen.out().writeArrayEnd();
    };
  }

  /** One of several types: a value or none, or one of some records. */
  private static Step branches(List<Schema> types) {
    return types.size() == 2 && types.get(0).getType() == Schema.Type.NULL
        ? optional(step(types.get(1)))
        : oneOf(types);
  }

  private static Step optional(Step step) {
    return (value, pen) -> {
      if (value == null) {
        pen.out().writeIndex(0);
      } else {
        pen.out().writeIndex(1);
        step.write(value, pen);
      }
    };
  }

  private static Step oneOf(List<Schema> records) {
    Map<Class<?>, Step> byClass = new HashMap<>();
    for (int i = 0; i < records.size(); i++) {
      int index = i;
      Step step = fields(records.get(i));
      byClass.put(
          SpecificData.get().getClass(records.get(i)),
          (value, pen) -> {
            pen.out().writeIndex(index);
            step.write(value, pen);
          });
    }
    return (value, pen) -> given(byClass.get(given(value).getClass())).write(value, pen);
  }

  private static <V> V given(@Nullable V value) {
    return Objects.requireNonNull(value, "a value is missing, or none that fits");
  }
}
