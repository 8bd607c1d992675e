package booking.local.faults.cluster;

import java.util.List;
import java.util.Map;

/**
 * A program of the tests that runs beside the system's own, in a JVM as large as a worker's.
 *
 * @param name by which people know it
 * @param mainClass that prints {@link #READY} once it does its work
 * @param environment on top of ours
 */
public record Companion(
    String name, String mainClass, List<String> arguments, Map<String, String> environment) {

  /** What it prints. */
  public static final String READY = "companion is ready";

  public Companion {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }
}
