package booking.schemas;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Records with anything in them that their schema allows, drawn from a seed. */
final class SampleRecords {

  private final Random random;

  SampleRecords(long seed) {
    this.random = new Random(seed);
  }

  <T extends SpecificRecord> T next(Class<T> type) {
    return type.cast(value(SpecificData.get().getSchema(type)));
  }

  private Object value(Schema schema) {
    if (schema.getLogicalType() != null) {
      return logical(schema);
    }
    return switch (schema.getType()) {
      case RECORD -> record(schema);
      case ENUM ->
          SpecificData.get()
              .createEnum(
                  schema.getEnumSymbols().get(random.nextInt(schema.getEnumSymbols().size())),
                  schema);
      case ARRAY -> items(schema.getElementType());
      case STRING -> text();
      case LONG -> random.nextLong();
      case INT -> random.nextInt();
      case BOOLEAN -> random.nextBoolean();
      default -> throw new IllegalArgumentException("No sample of " + schema);
    };
  }

  private Object logical(Schema schema) {
    return switch (schema.getLogicalType().getName()) {
      case "decimal" ->
          BigDecimal.valueOf(random.nextLong(-999_999_999_999L, 1_000_000_000_000L), 2);
      case "timestamp-millis" -> Instant.ofEpochMilli(random.nextLong());
      case "date" -> LocalDate.ofEpochDay(random.nextInt());
      case "time-millis" ->
          LocalTime.ofNanoOfDay(random.nextLong(86_400_000_000_000L))
              .truncatedTo(ChronoUnit.MILLIS);
      default -> throw new IllegalArgumentException("No sample of " + schema);
    };
  }

  private IndexedRecord record(Schema schema) {
    IndexedRecord record = (IndexedRecord) SpecificData.newInstance(classOf(schema), schema);
    for (Schema.Field field : schema.getFields()) {
      Schema type = field.schema();
      if (type.getType() == Schema.Type.UNION) {
        type = type.getTypes().get(random.nextInt(type.getTypes().size()));
      }
      if (type.getType() != Schema.Type.NULL) {
        record.put(field.pos(), value(type));
      }
    }
    return record;
  }

  private static Class<?> classOf(Schema schema) {
    return SpecificData.get().getClass(schema);
  }

  private List<Object> items(Schema schema) {
    return IntStream.range(0, random.nextInt(4)).mapToObj(i -> value(schema)).toList();
  }

  private String text() {
    return random
        .ints(random.nextInt(20), 1, 0xD800)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
