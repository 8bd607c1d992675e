package booking.local.checker.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * Reads values: the byte 0, the id of the schema in four bytes, the record in Avro's binary form.
 */
final class Decoder {

  private static final int FRAME = 5;

  /** The type of the records on each topic that is not mixed. */
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry(TopicNames.BOOKING_REQUESTS, "BookingRequest"),
          Map.entry(TopicNames.CATALOG_REQUESTS, "CatalogRequest"),
          Map.entry(TopicNames.BOOKING_RESULTS, "RequestResult"),
          Map.entry(TopicNames.BOOKING_EVENTS, "BookingEvent"),
          Map.entry(TopicNames.CATALOG_EVENTS, "CatalogEvent"),
          Map.entry(TopicNames.NOTIFICATIONS, "BookingNotification"),
          Map.entry(TopicNames.PAYMENT_SUCCEEDED, "PaymentSucceeded"),
          Map.entry(TopicNames.PAYMENT_FAILED, "PaymentFailed"),
          Map.entry(TopicNames.REFUND_REQUESTED, "RefundRequested"),
          Map.entry(TopicNames.REFUND_SETTLED, "RefundSettled"),
          Map.entry(TopicNames.SLOT_STORE, "SlotRecord"),
          Map.entry(TopicNames.BOOKING_STORE, "BookingRecord"));

  private final CommittedSchemas schemas = new CommittedSchemas();
  private final Map<Integer, GenericDatumReader<GenericRecord>> readers = new HashMap<>();

  /** What the bytes say, or nothing if they are not one whole record of the topic's type. */
  Optional<Fields> decode(String topic, byte[] bytes) {
    if (!TYPES.containsKey(topic) || bytes.length < FRAME || bytes[0] != 0) {
      return Optional.empty();
    }
    int id = ByteBuffer.wrap(bytes).getInt(1);
    Optional<Schema> schema =
        schemas.schema(id).filter(known -> known.getName().equals(TYPES.get(topic)));
    if (schema.isEmpty()) {
      return Optional.empty();
    }
    BinaryDecoder rest =
        DecoderFactory.get().binaryDecoder(bytes, FRAME, bytes.length - FRAME, null);
    try {
      GenericRecord record =
          readers
              .computeIfAbsent(id, any -> new GenericDatumReader<>(schema.get()))
              .read(null, rest);
      return rest.isEnd() ? Optional.of(new Fields(record)) : Optional.empty();
    } catch (IOException
        | AvroRuntimeException
        | IndexOutOfBoundsException
        | ClassCastException e) {
      return Optional.empty();
    }
  }
}
