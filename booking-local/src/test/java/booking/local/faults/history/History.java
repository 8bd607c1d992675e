package booking.local.faults.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The file of all calls: a line for each, its fields between tabs, {@code -} for what is not known,
 * times in milliseconds since 1970. The first line names the fields. Safe to share between threads.
 */
public final class History implements AutoCloseable {

  /** The fields of a line, in their order. */
  public static final String FIELDS =
      "id\tuser\tkind\trequest\tslot\tt_start\tt_end\tending\tcode\tbooking\tversion";

  private final Path file;
  private final Writer lines;
  private final AtomicLong ids = new AtomicLong();

  /** A new history in this file; what was there is gone. */
  public History(Path file) {
    this.file = file;
    try {
      this.lines = Files.newBufferedWriter(file);
      lines.write(FIELDS + "\n");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Where it is kept. */
  public Path file() {
    return file;
  }

  /** Adds a call that has ended, well or not. */
  public void add(Call call) {
    String line =
        String.join(
            "\t",
            Long.toString(ids.incrementAndGet()),
            Long.toString(call.user()),
            call.kind(),
            or(call.requestId()),
            or(call.slot()),
            Long.toString(call.started().toEpochMilli()),
            Long.toString(call.ended().toEpochMilli()),
            call.ending().name().toLowerCase(Locale.ROOT),
            or(call.code()),
            or(call.booking()),
            or(call.version()));
    synchronized (lines) {
      try {
        lines.write(line + "\n");
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
  }

  /** How many calls have ended so far. */
  public long size() {
    return ids.get();
  }

  /** Lets readers of the file see all that was added so far. */
  public void flush() {
    synchronized (lines) {
      try {
        lines.flush();
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
  }

  @Override
  public void close() {
    synchronized (lines) {
      try {
        lines.close();
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
  }

  private static String or(Optional<String> text) {
    return text.orElse("-");
  }

  private static String or(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : "-";
  }
}
