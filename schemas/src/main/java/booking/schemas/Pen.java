package booking.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;

/**
 * What a thread writes its records with, one after the other. It remembers the last parts that were
 * given to {@link #copy}, so that what stands in several records in a row is put into bytes once.
 */
final class Pen {

  /** Writes something, all of which goes to the pen. */
  @FunctionalInterface
  interface Writing {
    void to(Pen pen) throws IOException;
  }

  /** Bytes of which a part can be read again. */
  private static final class Sheet extends ByteArrayOutputStream {

    Sheet() {
      super(1024);
    }

    byte[] from(int start) {
      return Arrays.copyOfRange(buf, start, count);
    }
  }

  /** A part as it was written. */
  private record Copy(Object part, byte[] bytes) {}

  // A booking and its slot, after each of two events: a hold ends, and its seat is booked.
  private static final int REMEMBERED = 4;

  private final Sheet sheet = new Sheet();
  private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(sheet, null);
  private final List<Copy> copies = new ArrayList<>(REMEMBERED);
  private int oldest;

  /** Takes a new sheet, which begins with these bytes. */
  void begin(byte[] header) {
    sheet.reset();
    sheet.write(header, 0, header.length);
  }

  /** Where values go. */
  Encoder out() {
    return encoder;
  }

  /** All that was written since the beginning. */
  byte[] finish() throws IOException {
    encoder.flush();
    return sheet.toByteArray();
  }

  /**
   * Writes a part of a record, by copying if it was among the last ones.
   *
   * @param part of which nothing changes once it was written
   */
  void copy(Object part, Writing writing) throws IOException {
    for (int i = 0; i < copies.size(); i++) {
      if (copies.get(i).part() == part) {
        encoder.writeFixed(copies.get(i).bytes());
        return;
      }
    }
    encoder.flush();
    int start = sheet.size();
    writing.to(this);
    encoder.flush();
    remember(new Copy(part, sheet.from(start)));
  }

  private void remember(Copy copy) {
    if (copies.size() < REMEMBERED) {
      copies.add(copy);
    } else {
      copies.set(oldest, copy);
      oldest = (oldest + 1) % REMEMBERED;
    }
  }
}
