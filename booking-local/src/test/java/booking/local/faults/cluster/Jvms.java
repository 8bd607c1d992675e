package booking.local.faults.cluster;

import booking.local.JavaCommand;
import java.util.ArrayList;
import java.util.List;

/**
 * How large the JVMs of a cluster are.
 *
 * @param broker heap in MiB
 * @param worker heap in MiB
 * @param gateway heap in MiB
 * @param options of all of them
 */
public record Jvms(int broker, int worker, int gateway, List<String> options) {

  public Jvms {
    options = List.copyOf(options);
  }

  /** Of a cluster that shares two cores with many others: little memory, quick to start. */
  public static Jvms small() {
    return new Jvms(512, 256, 192, JavaCommand.SMALL);
  }

  /**
   * Of a cluster that is measured: as worker and gateway are in production, so with the compiler
   * that takes its time. The broker has the same options, and all that are compared share it.
   */
  public static Jvms full() {
    return new Jvms(1024, 1024, 512, List.of("-XX:+UseParallelGC"));
  }

  /** The same with one more option for all. */
  public Jvms with(String option) {
    List<String> more = new ArrayList<>(options);
    more.add(option);
    return new Jvms(broker, worker, gateway, more);
  }

  JavaCommand command(String mainClass, int heap) {
    return new JavaCommand(mainClass, heap, options);
  }
}
