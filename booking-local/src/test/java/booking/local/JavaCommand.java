package booking.local;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a program of ours is started in a JVM of its own. */
public record JavaCommand(String mainClass, int heapMebibytes, List<String> options) {

  /** Of a JVM that shares two cores with many others: few threads, and quick to start. */
  public static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  /** With the options that a JVM has by itself. */
  public JavaCommand(String mainClass, int heapMebibytes) {
    this(mainClass, heapMebibytes, List.of());
  }

  /** The same with an option of the JVM more. */
  public JavaCommand with(String option) {
    return new JavaCommand(
        mainClass, heapMebibytes, Stream.concat(options.stream(), Stream.of(option)).toList());
  }

  /** The class path of a user, who has none of our tests and of their settings. */
  static String usersClassPath() {
    return Stream.of(ownClassPath().split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The command as a user types it. */
  public ProcessBuilder forUser(List<String> arguments) {
    return command(usersClassPath(), arguments);
  }

  /** The command of a user of another build: a jar, with all that it needs beside it. */
  public ProcessBuilder forUserOf(Path jar) {
    return command(jar.toString(), List.of());
  }

  /** The command of a program that is itself part of the tests. */
  public ProcessBuilder forTest(List<String> arguments) {
    return command(ownClassPath(), arguments);
  }

  private ProcessBuilder command(String classPath, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heapMebibytes + "m");
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, mainClass));
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  private static String ownClassPath() {
    return System.getProperty("java.class.path");
  }
}
