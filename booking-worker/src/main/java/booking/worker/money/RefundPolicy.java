package booking.worker.money;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * What share of the money comes back when a customer cancels, by how long is left until the start.
 *
 * @param tiers the longest time first; before none of them nothing comes back
 */
public record RefundPolicy(List<Tier> tiers) {

  /**
   * One step of the policy.
   *
   * @param hoursBefore elapsed hours before the start, inclusive for the customer, 0 or more
   * @param percent of the amount paid, 0 to 100
   */
  public record Tier(int hoursBefore, int percent) {

    public Tier {
      if (hoursBefore < 0 || percent < 0 || percent > 100) {
        throw new IllegalArgumentException(
            "no such tier: " + percent + " % at " + hoursBefore + " hours");
      }
    }
  }

  public RefundPolicy {
    tiers = tiers.stream().sorted(Comparator.comparing(Tier::hoursBefore).reversed()).toList();
  }

  /** The refund for cancelling with so much time left. */
  public Money refund(Money paid, Duration left) {
    for (Tier tier : tiers) {
      if (left.compareTo(Duration.ofHours(tier.hoursBefore())) >= 0) {
        return paid.percent(tier.percent());
      }
    }
    return Money.zero(paid.currency());
  }
}
