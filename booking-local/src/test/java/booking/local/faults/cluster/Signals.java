package booking.local.faults.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The signals that Java has no call for. */
final class Signals {

  private Signals() {}

  static void freeze(Collection<Long> processes) {
    send("-STOP", processes);
  }

  static void thaw(Collection<Long> processes) {
    send("-CONT", processes);
  }

  private static void send(String signal, Collection<Long> processes) {
    List<String> command = new ArrayList<>(List.of("kill", signal));
    processes.forEach(process -> command.add(Long.toString(process)));
    try {
      // One of them may have ended meanwhile; then there is nothing to send and nothing to mend.
      new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
