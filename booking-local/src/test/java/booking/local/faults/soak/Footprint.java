package booking.local.faults.soak;

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
record Footprint(long resident, long files) {

  static Footprint of(long process) {
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
