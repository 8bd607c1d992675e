package booking.local.faults.load;

import java.time.Duration;

/**
 * How much is asked of the system.
 *
 * @param seed of all that customers choose
 * @param rate calls a second, at most
 * @param customers who act at the same time
 * @param slots many, with many seats
 * @param hotSlots few, with few seats, which everybody wants
 * @param holdTime as the workers were told; late payments come after it
 */
public record LoadSettings(
    long seed, int rate, int customers, int slots, int hotSlots, Duration holdTime) {

  private static final int RATE = 200;

  /** 200 calls a second of 40 customers, or as many calls as {@code -Drate=} says. */
  public static LoadSettings usual(long seed, Duration holdTime) {
    return new LoadSettings(seed, Integer.getInteger("rate", RATE), 40, 600, 6, holdTime);
  }
}
