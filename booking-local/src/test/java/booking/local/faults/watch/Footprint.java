package booking.local.faults.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a process takes from the machine, as Linux tells it.
 *
 * @param resident memory, in KiB
 * @param files that it holds open, sockets too
 */
public record Footprint(long resident, long files) {

  /** Of the process with this number; fails when it is gone. */
  public static Footprint of(long process) {
    Path proc = Path.of("/proc", Long.toString(process));
    try (Stream<Path> open = Files.list(proc.resolve("fd"))) {
      long resident =
          Files.readAllLines(proc.resolve("status")).stream()
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum();
      return new Footprint(resident, open.count());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
