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
import org.apache.avro.Conversions;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;
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
    void write(@Nullable Object value, Encoder out) throws IOException;
  }

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
  void write(T record, Encoder out) throws IOException {
    whole.write(record, out);
  }

  private static Step step(Schema schema) {
    return schema.getLogicalType() == null ? plain(schema) : logical(schema);
  }

  private static Step plain(Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> fields(schema);
      case UNION -> branches(schema.getTypes());
      case ARRAY -> items(step(schema.getElementType()));
      case ENUM -> (value, out) -> out.writeEnum(((Enum<?>) given(value)).ordinal());
      case STRING -> (value, out) -> out.writeString((String) given(value));
      case LONG -> (value, out) -> out.writeLong((Long) given(value));
      case INT -> (value, out) -> out.writeInt((Integer) given(value));
      case BOOLEAN -> (value, out) -> out.writeBoolean((Boolean) given(value));
      default -> throw new IllegalArgumentException("No record of ours has " + schema);
    };
  }

  private static Step logical(Schema schema) {
    return switch (schema.getLogicalType().getName()) {
      case "timestamp-millis" ->
          (value, out) -> out.writeLong(((Instant) given(value)).toEpochMilli());
      case "date" ->
          (value, out) -> out.writeInt(Math.toIntExact(((LocalDate) given(value)).toEpochDay()));
      case "time-millis" ->
          (value, out) -> out.writeInt(((LocalTime) given(value)).get(ChronoField.MILLI_OF_DAY));
      case "decimal" -> decimal(schema, (LogicalTypes.Decimal) schema.getLogicalType());
      default -> throw new IllegalArgumentException("No record of ours has " + schema);
    };
  }

  private static Step decimal(Schema schema, LogicalTypes.Decimal type) {
    return (value, out) ->
        out.writeBytes(DECIMALS.toBytes((BigDecimal) given(value), schema, type));
  }

  private static Step fields(Schema schema) {
    Step[] steps =
        schema.getFields().stream().map(field -> step(field.schema())).toArray(Step[]::new);
    return (value, out) -> {
      // The class that all generated ones extend: to call it costs less than to call an interface.
      SpecificRecordBase record = (SpecificRecordBase) given(value);
      for (int i = 0; i < steps.length; i++) {
        steps[i].write(record.get(i), out);
      }
    };
  }

  private static Step items(Step item) {
    return (value, out) -> {
      Collection<?> items = (Collection<?>) given(value);
      out.writeArrayStart();
      out.setItemCount(items.size());
      for (Object each : items) {
        out.startItem();
        item.write(each, out);
      }
      out.writeArrayEnd();
    };
  }

  /** One of several types: a value or none, or one of some records. */
  private static Step branches(List<Schema> types) {
    return types.size() == 2 && types.get(0).getType() == Schema.Type.NULL
        ? optional(step(types.get(1)))
        : oneOf(types);
  }

  private static Step optional(Step step) {
    return (value, out) -> {
      if (value == null) {
        out.writeIndex(0);
      } else {
        out.writeIndex(1);
        step.write(value, out);
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
          (value, out) -> {
            out.writeIndex(index);
            step.write(value, out);
          });
    }
    return (value, out) -> given(byClass.get(given(value).getClass())).write(value, out);
  }

  private static <V> V given(@Nullable V value) {
    return Objects.requireNonNull(value, "a value is missing, or none that fits");
  }
}
