package booking.schemas;

import java.nio.ByteBuffer;

/** Bytes made by hand, behind the header that belongs to a topic's latest schema. */
final class Framed {

  private Framed() {}

  static byte[] bytes(String topic, int... payload) {
    byte[] bytes = new byte[payload.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) payload[i];
    }
    return bytes(topic, bytes);
  }

  static byte[] bytes(String topic, byte[] payload) {
    int id =
        LocalSchemaRegistry.bundled().idOf(Topic.subjectOf(topic), ContractTypes.schemaOf(topic));
    return ByteBuffer.allocate(WireFormat.HEADER_LENGTH + payload.length)
        .put(WireFormat.header(id))
        .put(payload)
        .array();
  }
}
