package booking.local;

import java.util.List;
import java.util.Locale;
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

  private Local() {}

  public static void main(String[] arguments) {
    long from = System.nanoTime();
    try {
      if (List.of(arguments).contains(END_WITH_PARENT)) {
        endWithParent();
      }
      LocalSettings settings = LocalSettings.from(System.getenv());
      say("Booking starts. Its data is in " + settings.data().toAbsolutePath().normalize());
      LocalSystem system = new LocalSystem(settings, new Console());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(system), "stop"));
      system.start();
      double seconds = (System.nanoTime() - from) / NANOS_IN_A_SECOND;
      say(String.format(Locale.ROOT, "Started in %.1f s. Ctrl-C stops it.", seconds));
      say("Booking is ready: " + system.gatewayUrl());
    } catch (StartupFailure failed) {
      LOG.error("not started", failed);
      say(failed.getMessage());
      System.exit(1);
    }
  }

  private static void stop(LocalSystem system) {
    if (system.isRunning()) {
      say("Booking stops …");
      system.close();
      say("Booking has stopped. What it knows is kept for the next start.");
    }
  }

  private static void endWithParent() {
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
  }

  private static void say(String line) {
    System.out.println(line);
  }

  private static final class Console implements Onlooker {

    @Override
    public void say(String line) {
      Local.say(line);
    }

    @Override
    public void workerFailed(Throwable cause) {
      LOG.error("worker failed", cause);
      Local.say("The worker failed and Booking ends: " + cause.getMessage());
      // From a thread of its own: the stop waits for the one that this is called on.
      new Thread(() -> System.exit(1), "worker-failed").start();
    }
  }
}
