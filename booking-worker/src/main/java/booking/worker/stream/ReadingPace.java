package booking.worker.stream;

import java.util.Map;

/**
 * How much of its stores a task that has just started reads with each tick, until it has read all.
 *
 * @param bookings whose holds may be due, and which may have to be completed
 * @param others answers and slots, which are only to be forgotten some day
 */
record ReadingPace(int bookings, int others) {

  /** Bookings that a task may read with a tick, a setting of the application's own. */
  static final String BOOKINGS = "booking.bookings.a.tick";

  // Ticks of a thread's tasks come one after the other, and nobody is answered meanwhile: half a
  // second, or a whole one where the machine is slow.
  private static final int BOOKINGS_OF_A_THREAD = 50_000;
  private static final int OTHERS = 1_000;

  /** The pace that the settings give. */
  static ReadingPace of(Map<String, Object> settings) {
    return new ReadingPace((Integer) settings.get(BOOKINGS), OTHERS);
  }

  /** How many bookings a task may read with a tick where one worker has all tasks. */
  static int bookings(int partitions, int threads) {
    int tasksOfAThread = (partitions + threads - 1) / threads;
    return BOOKINGS_OF_A_THREAD / tasksOfAThread;
  }
}
