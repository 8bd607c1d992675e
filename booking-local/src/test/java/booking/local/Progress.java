package booking.local;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** Lines for whoever waits for a long run, each with the time of day. */
public final class Progress {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private Progress() {}

  public static void say(String line) {
    System.out.println(LocalTime.now().format(CLOCK) + " " + line);
  }
}
