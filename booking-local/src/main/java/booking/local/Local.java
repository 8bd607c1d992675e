package booking.local;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program behind {@code ./mvnw -Plocal}: starts everything, says so, and stops it on Ctrl-C.
 */
public final class Local {

  /** Given by the build, whose end must not leave the system running unseen. */
  private static final String END_WITH_PARENT = "--end-with-parent";

  private static final Logger LOG = LoggerFactory.getLogger(Local.class);
  private static final double NANOS_IN_A_SECOND = 1e9;

  private final Map<String, String> environment;
  private final PrintStream out;
  private final AtomicReference<Optional<LocalSystem>> system =
      new AtomicReference<>(Optional.empty());

  Local(Map<String, String> environment, PrintStream out) {
    this.environment = Map.copyOf(environment);
    this.out = out;
  }

  public static void main(String[] arguments) {
    if (List.of(arguments).contains(END_WITH_PARENT)) {
      endWithParent();
    }
    Local local = new Local(System.getenv(), System.out);
    Runtime.getRuntime().addShutdownHook(new Thread(local::stop, "stop"));
    if (!local.start()) {
      System.exit(1);
    }
  }

  /** Starts everything, or says in one line why not and returns false. */
  boolean start() {
    long from = System.nanoTime();
    try {
      LocalSettings settings = LocalSettings.from(environment);
      out.println("Booking starts. Its data is in " + settings.data().toAbsolutePath().normalize());
      LocalSystem started = new LocalSystem(settings, new Console());
      system.set(Optional.of(started));
      started.start();
      double seconds = (System.nanoTime() - from) / NANOS_IN_A_SECOND;
      out.printf(Locale.ROOT, "Started in %.1f s. Ctrl-C stops it.%n", seconds);
      out.println("Booking is ready: " + started.gatewayUrl());
      return true;
    } catch (StartupFailure failed) {
      LOG.error("not started", failed);
      out.println(failed.getMessage());
      return false;
    }
  }

  /** Stops what runs, even if it is still starting. */
  void stop() {
    system
        .get()
        .filter(LocalSystem::isRunning)
        .ifPresent(
            running -> {
              out.println("Booking stops …");
              running.close();
              out.println("Booking has stopped. What it knows is kept for the next start.");
            });
  }

  private static void endWithParent() {
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
  }

  private final class Console implements Onlooker {

    @Override
    public void say(String line) {
      out.println(line);
    }

    @Override
    public void workerFailed(Throwable cause) {
      LOG.error("worker failed", cause);
      out.println("The worker failed and Booking ends: " + cause.getMessage());
      // From a thread of its own: the stop waits for the one that this is called on.
      new Thread(() -> System.exit(1), "worker-failed").start();
    }
  }
}
