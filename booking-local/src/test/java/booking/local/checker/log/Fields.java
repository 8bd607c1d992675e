package booking.local.checker.log;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/**
 * What a record of the log says, by the names of its fields. A field that is not there is a bug.
 */
public final class Fields {

  private static final int CENTS = 2;

  private final GenericRecord record;

  Fields(GenericRecord record) {
    this.record = record;
  }

  /** The name of the record's type, as unions tell their branches apart. */
  public String type() {
    return record.getSchema().getName();
  }

  public boolean has(String field) {
    return record.get(known(field).pos()) != null;
  }

  public long number(String field) {
    return ((Number) required(field)).longValue();
  }

  public boolean flag(String field) {
    return (Boolean) required(field);
  }

  /** A text, or the symbol of an enum. */
  public String text(String field) {
    return required(field).toString();
  }

  /** A symbol, which is one of few: all records share it. */
  public String word(String field) {
    return text(field).intern();
  }

  public Instant time(String field) {
    return Instant.ofEpochMilli(number(field));
  }

  /** Money in minor units, hundredths of whatever the currency is. */
  public long cents(String field) {
    return money(field).unscaledValue().longValueExact();
  }

  public BigDecimal money(String field) {
    ByteBuffer bytes = ((ByteBuffer) required(field)).duplicate();
    byte[] digits = new byte[bytes.remaining()];
    bytes.get(digits);
    return new BigDecimal(new BigInteger(digits), CENTS);
  }

  /** A field that may be absent, read by one of the other methods. */
  public <T> Optional<T> maybe(String field, Function<String, T> reading) {
    return has(field) ? Optional.of(reading.apply(field)) : Optional.empty();
  }

  public Fields record(String field) {
    return new Fields((GenericRecord) required(field));
  }

  public List<Fields> records(String field) {
    return ((List<?>) required(field))
        .stream().map(each -> new Fields((GenericRecord) each)).toList();
  }

  /** This record with another value in one field, given by its path, such as {@code after/held}. */
  public Fields with(String path, Object value) {
    GenericRecord copy = GenericData.get().deepCopy(record.getSchema(), record);
    GenericRecord at = copy;
    String[] steps = path.split("/");
    for (int i = 0; i < steps.length - 1; i++) {
      at = (GenericRecord) Objects.requireNonNull(at.get(steps[i]));
    }
    String last = steps[steps.length - 1];
    at.put(last, encoded(at.getSchema().getField(last).schema(), value));
    return new Fields(copy);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fields that && record.equals(that.record);
  }

  @Override
  public int hashCode() {
    return record.hashCode();
  }

  @Override
  public String toString() {
    return record.toString();
  }

  private static Object encoded(Schema schema, Object value) {
    if (value instanceof BigDecimal money) {
      return ByteBuffer.wrap(money.setScale(CENTS).unscaledValue().toByteArray());
    } else if (value instanceof Fields fields) {
      return fields.record;
    } else if (schema.getType() == Schema.Type.ENUM) {
      return new GenericData.EnumSymbol(schema, value);
    }
    return value;
  }

  private Object required(String field) {
    Object value = record.get(known(field).pos());
    if (value == null) {
      throw new IllegalStateException("no " + field + " in " + record);
    }
    return value;
  }

  private Schema.Field known(String field) {
    return Objects.requireNonNull(
        record.getSchema().getField(field), () -> type() + " has no field " + field);
  }
}
