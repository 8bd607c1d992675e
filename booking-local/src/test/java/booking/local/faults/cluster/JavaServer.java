package booking.local.faults.cluster;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** A Java program of the cluster in a JVM of its own. */
public final class JavaServer implements Server {

  private static final long STOP_SECONDS = 60;
  private static final Duration READY_WITHIN = Duration.ofSeconds(120);
  private static final Duration READY_POLL = Duration.ofMillis(100);

  private final Launch launch;
  private final Guardian guardian;
  private Optional<Process> process = Optional.empty();

  JavaServer(Launch launch, Guardian guardian) {
    this.launch = launch;
    this.guardian = guardian;
  }

  @Override
  public String name() {
    return launch.name();
  }

  @Override
  public void start() {
    if (isAlive()) {
      return;
    }
    ProcessBuilder command = launch.command();
    command.environment().putAll(launch.environment());
    command.redirectOutput(Redirect.appendTo(launch.log().toFile()));
    try {
      Process started = command.start();
      guardian.watch(started.pid());
      process = Optional.of(started);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public void awaitReady() {
    await(name())
        .atMost(READY_WITHIN)
        .pollInterval(READY_POLL)
        .failFast(name() + " has ended, see " + launch.log(), () -> !isAlive())
        .until(launch.ready()::getAsBoolean);
  }

  @Override
  public void stop() {
    process.ifPresent(Process::destroy);
    ended();
  }

  @Override
  public void kill() {
    process.ifPresent(Process::destroyForcibly);
    ended();
  }

  @Override
  public void freeze() {
    process.ifPresent(running -> Signals.freeze(List.of(running.pid())));
  }

  @Override
  public void thaw() {
    process.ifPresent(running -> Signals.thaw(List.of(running.pid())));
  }

  @Override
  public long process() {
    return process.orElseThrow().pid();
  }

  @Override
  public boolean isAlive() {
    return process.filter(Process::isAlive).isPresent();
  }

  /** With which code its process ended by itself, if it did since it was last started. */
  public OptionalInt exitCode() {
    return process.filter(ended -> !ended.isAlive()).map(Process::exitValue).stream()
        .mapToInt(code -> code)
        .findFirst();
  }

  private void ended() {
    process.ifPresent(this::awaitEnd);
    process = Optional.empty();
  }

  private void awaitEnd(Process ending) {
    try {
      if (!ending.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        ending.destroyForcibly();
        throw new AssertionError(name() + " does not end when it is told to");
      }
      guardian.forget(ending.pid());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
