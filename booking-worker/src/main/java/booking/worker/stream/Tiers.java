package booking.worker.stream;

import booking.schemas.RefundTier;
import booking.worker.money.RefundPolicy;
import java.util.List;

/** Refund policies in and out of Avro. */
final class Tiers {

  private Tiers() {}

  static List<RefundTier> toAvro(RefundPolicy policy) {
    return Each.of(policy.tiers(), tier -> new RefundTier(tier.hoursBefore(), tier.percent()));
  }

  static RefundPolicy toPolicy(List<RefundTier> tiers) {
    return new RefundPolicy(
        tiers.stream()
            .map(tier -> new RefundPolicy.Tier(tier.getHoursBefore(), tier.getPercent()))
            .toList());
  }
}
