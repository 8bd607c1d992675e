package booking.local.faults.cluster;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * How a Java program of the cluster is started.
 *
 * @param name by which people know it
 * @param command with no environment yet
 * @param environment on top of ours
 * @param log what it prints, start after start
 * @param ready whether it does its work
 */
record Launch(
    String name,
    ProcessBuilder command,
    Map<String, String> environment,
    Path log,
    BooleanSupplier ready) {

  Launch {
    environment = Map.copyOf(environment);
  }
}
