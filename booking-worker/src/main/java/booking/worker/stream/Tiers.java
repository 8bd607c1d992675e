package booking.worker.stream;

import booking.schemas.RefundTier;
import booking.worker.money.RefundPolicy;
import java.util.ArrayList;
import java.util.List;

/** Refund policies in and out of Avro. */
final class Tiers {

  private Tiers() {}

  static List<RefundTier> toAvro(RefundPolicy policy) {
    // Twice for each booking: a stream would take longer than the tiers.
    List<RefundTier> tiers = new ArrayList<>(policy.tiers().size());
    for (RefundPolicy.Tier tier : policy.tiers()) {
      tiers.add(new RefundTier(tier.hoursBefore(), tier.percent()));
    }
    return tiers;
  }

  static RefundPolicy toPolicy(List<RefundTier> tiers) {
    return new RefundPolicy(
        tiers.stream()
            .map(tier -> new RefundPolicy.Tier(tier.getHoursBefore(), tier.getPercent()))
            .toList());
  }
}
