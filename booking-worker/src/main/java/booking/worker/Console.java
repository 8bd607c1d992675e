package booking.worker;

import java.io.PrintStream;

/** Where the commands of operators say what they do: lines for people, and for nobody else. */
@FunctionalInterface
interface Console {

  void say(String line);

  /** The terminal, or wherever the process was told to write. */
  static Console standard() {
    PrintStream out = System.out;
    return out::println;
  }
}
