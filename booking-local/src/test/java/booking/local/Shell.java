package booking.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One bash that is typed into, block by block, so that variables live on. */
final class Shell implements AutoCloseable {

  private static final String END = "-- end of block --";
  private static final long PATIENCE_SECONDS = 60;

  private final Process bash;
  private final Writer input;
  private final BufferedReader output;

  Shell(Path directory) {
    try {
      bash =
          new ProcessBuilder("bash")
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .start();
    } catch (IOException noBash) {
      throw new UncheckedIOException(noBash);
    }
    input = bash.outputWriter(UTF_8);
    output = new BufferedReader(new InputStreamReader(bash.getInputStream(), UTF_8));
  }

  /** What the commands print, errors too. */
  String run(String commands) throws IOException {
    input.write(commands + "\necho '" + END + "'\n");
    input.flush();
    List<String> lines = new ArrayList<>();
    CompletableFuture<Void> read = CompletableFuture.runAsync(() -> readInto(lines));
    try {
      read.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    } catch (RuntimeException late) {
      throw new AssertionError("Not done after a minute: " + commands + "\n" + lines, late);
    }
    return String.join("\n", lines);
  }

  @Override
  public void close() {
    bash.destroyForcibly();
  }

  private void readInto(List<String> lines) {
    try {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.equals(END)) {
          return;
        }
        lines.add(line);
      }
    } catch (IOException ended) {
      throw new UncheckedIOException(ended);
    }
  }
}
