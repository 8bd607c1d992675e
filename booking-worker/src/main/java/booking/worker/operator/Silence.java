package booking.worker.operator;

/**
 * How long Kafka has been silent although there is something to read: a minute of polls in a row
 * that brought nothing is the end of a task. For use by one thread.
 */
public final class Silence {

  /** At four polls a second. */
  private static final int POLLS_MAX = 240;

  private int polls;

  /**
   * A poll has ended.
   *
   * @param moved whether it brought anything, or went on at least
   * @throws NotDoneException after a minute without
   */
  public void polled(boolean moved) {
    polls = moved ? 0 : polls + 1;
    if (polls >= POLLS_MAX) {
      throw new NotDoneException(
          "Kafka has given nothing for a minute although there is more to read. Check the broker,"
              + " then repeat.");
    }
  }
}
