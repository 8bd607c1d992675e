package booking.schemas;

import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;

/** Confluent's framing of a record: the byte 0, the schema's id (4 bytes, big-endian), the Avro. */
final class WireFormat {

  /** Bytes in front of the Avro. */
  static final int HEADER_LENGTH = 5;

  private static final byte MAGIC = 0;

  private WireFormat() {}

  /** What goes in front of a record written with the schema of this id. */
  static byte[] header(int schemaId) {
    return ByteBuffer.allocate(HEADER_LENGTH).put(MAGIC).putInt(schemaId).array();
  }

  /**
   * The id of the schema that a record was written with.
   *
   * @throws SerializationException if the bytes do not begin as they must
   */
  static int schemaId(byte[] bytes) {
    if (bytes.length < HEADER_LENGTH) {
      throw new SerializationException("Too short for a record: " + bytes.length + " bytes");
    }
    if (bytes[0] != MAGIC) {
      throw new SerializationException("Unknown magic byte " + bytes[0]);
    }
    return ByteBuffer.wrap(bytes).getInt(1);
  }
}
