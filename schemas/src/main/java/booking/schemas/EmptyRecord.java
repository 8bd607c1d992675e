package booking.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/** A record in which nothing is said: zeros, no text, the first of several types. */
final class EmptyRecord {

  static {
    TrustedRecords.trust();
  }

  private EmptyRecord() {}

  /** An empty record of the type; by way of its bytes, since it has no setters to fill it by. */
  static <V extends SpecificRecord> V of(Class<V> type) {
    Schema schema = SpecificData.get().getSchema(type);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    try {
      // A GenericData of its own knows no logical types: an amount is its bytes, a time its number.
      new GenericDatumWriter<>(schema, new GenericData()).write(empty(schema), encoder);
      encoder.flush();
      return new SpecificDatumReader<V>(schema)
          .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Object empty(Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> {
        GenericData.Record record = new GenericData.Record(schema);
        schema.getFields().forEach(field -> record.put(field.pos(), empty(field.schema())));
        yield record;
      }
      case ENUM -> new GenericData.EnumSymbol(schema, schema.getEnumSymbols().get(0));
      case ARRAY -> List.of();
      case MAP -> Map.of();
      case FIXED -> new GenericData.Fixed(schema, new byte[schema.getFixedSize()]);
      case STRING -> "";
      // One byte, since no number has none.
      case BYTES -> ByteBuffer.allocate(1);
      case INT -> 0;
      case LONG -> 0L;
      case FLOAT -> 0f;
      case DOUBLE -> 0d;
      case BOOLEAN -> false;
      case UNION -> empty(schema.getTypes().get(0));
      case NULL -> JsonProperties.NULL_VALUE;
    };
  }
}
