package booking.worker.simulation;

import booking.schemas.RequestResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Who judges a world: the reference model, the audits of the topics, or both. */
final class Judges {

  /** Which judges there are. */
  enum Panel {
    MODEL,
    AUDITS,
    BOTH
  }

  private final Optional<ReferenceHouse> model;
  private final SeatAudit seats = new SeatAudit();
  private final List<Audit> audits;

  Judges(Panel panel) {
    model = panel == Panel.AUDITS ? Optional.empty() : Optional.of(new ReferenceHouse());
    audits = panel == Panel.MODEL ? List.of() : List.of(seats, new MoneyAudit(), new AnswerAudit());
  }

  /**
   * Judges one step.
   *
   * @throws AssertionError if anything is not as it must be
   */
  void read(Step step) {
    model.ifPresent(reference -> compare(reference, step));
    audits.forEach(audit -> audit.read(step));
  }

  /** Compares the stores with the fold of the events. */
  void compare(StoreAudit stores, Instant lastTick) {
    if (!audits.isEmpty()) {
      stores.compare(seats.slots(), lastTick);
    }
  }

  private static void compare(ReferenceHouse model, Step step) {
    List<String> expected =
        new ArrayList<>(
            step.cause()
                .map(cause -> model.deliver(cause.message(), step.now(), firstId(step)))
                .orElseGet(() -> model.tick(step.now())));
    List<String> seen = new ArrayList<>(step.words());
    Collections.sort(expected);
    Collections.sort(seen);
    Audit.require(expected.equals(seen), "model", "expected", expected, "but saw", seen);
  }

  private static long firstId(Step step) {
    return step.all(RequestResult.class).stream()
        .filter(result -> result.getGenerated() != null)
        .mapToLong(result -> result.getGenerated().getFirstTimeslotId())
        .findFirst()
        .orElse(0);
  }
}
