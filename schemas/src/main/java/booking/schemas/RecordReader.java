package booking.schemas;

import java.io.IOException;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * A reader of the records that one schema wrote, as the generated class of another. It trusts no
 * byte: lengths are held against the bytes that are there before anything is allocated (Avro does
 * so since 1.12.2, given an array to read from). Safe to share between threads.
 */
final class RecordReader<T extends SpecificRecord> {

  // One for all readers of a thread; it is set anew for each record.
  private static final ThreadLocal<BinaryDecoder> DECODER =
      ThreadLocal.withInitial(() -> DecoderFactory.get().binaryDecoder(new byte[0], null));

  private final String name;
  private final DatumReader<T> reader;
  private final DecimalBounds decimals;

  /**
   * @throws SerializationException if what was written is another record, or means something else
   */
  RecordReader(Schema written, Schema read) {
    if (!written.getFullName().equals(read.getFullName())) {
      throw new SerializationException(
          "Expected %s, found %s".formatted(read.getFullName(), written.getFullName()));
    }
    String differences =
        SchemaPairs.differentMeanings(written, read).collect(Collectors.joining("; "));
    if (!differences.isEmpty()) {
      throw new SerializationException(differences);
    }
    this.name = read.getName();
    this.reader = new SpecificDatumReader<>(written, read);
    this.decimals = new DecimalBounds(read);
  }

  /**
   * The record in the bytes, which begin with the header of the wire format.
   *
   * @throws SerializationException if they are not one whole record and nothing more
   */
  T read(byte[] bytes) {
    BinaryDecoder mine =
        DecoderFactory.get()
            .binaryDecoder(
                bytes,
                WireFormat.HEADER_LENGTH,
                bytes.length - WireFormat.HEADER_LENGTH,
                DECODER.get());
    try {
      T record = reader.read(null, mine);
      if (!mine.isEnd()) {
        throw new SerializationException("Bytes are left over after the " + name);
      }
      decimals.check(record);
      return record;
    } catch (SerializationException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // A stranger's bytes drive Avro into whatever exception they reach; all mean the same.
      throw new SerializationException("The bytes are no " + name, e);
    }
  }
}
