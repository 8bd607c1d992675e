package booking.local;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a program of ours is started in a JVM of its own. */
public record JavaCommand(String mainClass, int heapMebibytes, List<String> options) {

  /** With the options that a JVM has by itself. */
  public JavaCommand(String mainClass, int heapMebibytes) {
    this(mainClass, heapMebibytes, List.of());
  }

  /** Of a JVM that shares two cores with many others: few threads, and quick to start. */
  public static JavaCommand small(String mainClass, int heapMebibytes) {
    return new JavaCommand(
        mainClass, heapMebibytes, List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
  }

  /** The command of a user, who has none of our tests. */
  public ProcessBuilder forUser(List<String> arguments) {
    return command(
        Stream.of(ownClassPath()).filter(entry -> !entry.endsWith("test-classes")), arguments);
  }

  /** The command of a program that is itself part of the tests. */
  public ProcessBuilder forTest(List<String> arguments) {
    return command(Stream.of(ownClassPath()), arguments);
  }

  private ProcessBuilder command(Stream<String> classPath, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heapMebibytes + "m");
    command.addAll(options);
    command.add("-cp");
    command.add(classPath.collect(Collectors.joining(File.pathSeparator)));
    command.add(mainClass);
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  private static String[] ownClassPath() {
    return System.getProperty("java.class.path").split(File.pathSeparator);
  }
}
