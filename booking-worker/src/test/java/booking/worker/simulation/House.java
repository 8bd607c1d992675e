package booking.worker.simulation;

import booking.worker.money.RefundPolicy;
import booking.worker.stream.Rules;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/** The settings of the simulated house. */
final class House {

  static final Duration HOLD = Duration.ofMinutes(15);

  /** Short, so that slots are forgotten while their customers still write. */
  static final Duration RETENTION = Duration.ofHours(18);

  static final List<Message.Tier> POLICY =
      List.of(new Message.Tier(24, 100), new Message.Tier(6, 50));

  static final String CURRENCY = "EUR";

  private House() {}

  static Rules rules() {
    RefundPolicy policy =
        new RefundPolicy(
            POLICY.stream()
                .map(tier -> new RefundPolicy.Tier(tier.hours(), tier.percent()))
                .toList());
    return new Rules(HOLD, RETENTION, policy, CURRENCY, ZoneOffset.UTC, false);
  }
}
