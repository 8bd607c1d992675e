package booking.local.checker;

import booking.local.checker.invariant.Evidence;
import booking.local.checker.invariant.Invariant;
import booking.local.checker.invariant.Invariants;
import booking.local.checker.invariant.Past;
import booking.local.checker.log.TopicNames;
import booking.local.checker.report.Report;

/** The verdict on evidence: each topic is read once, each record seen by every invariant. */
public final class Checker {

  private Checker() {}

  public static Report check(Evidence evidence) {
    Invariants invariants = Invariants.over(evidence);
    Past past = new Past();
    for (String topic : TopicNames.IN_ORDER) {
      evidence
          .log()
          .each(
              topic,
              record -> {
                invariants.all().forEach(invariant -> invariant.see(record, past));
                past.remember(record);
              });
    }
    invariants.all().forEach(invariant -> invariant.conclude(evidence, past));
    return new Report(
        invariants.all().stream().map(Invariant::finding).toList(),
        invariants.money().difference());
  }
}
