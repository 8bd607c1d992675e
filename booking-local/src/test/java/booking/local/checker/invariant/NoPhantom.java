package booking.local.checker.invariant;

import static booking.local.checker.log.TopicNames.BOOKING_RESULTS;
import static booking.local.checker.log.TopicNames.PAYMENT_FAILED;
import static booking.local.checker.log.TopicNames.PAYMENT_SUCCEEDED;

import booking.local.checker.history.Call;
import booking.local.checker.log.Fields;
import booking.local.checker.log.LogRecord;
import booking.local.checker.log.Place;
import booking.local.checker.report.Finding;
import booking.local.checker.report.Harm;
import booking.local.checker.report.Notes;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** I9: what a client was told is so. */
final class NoPhantom implements Invariant {

  /** The call was refused because another had the key; what became of that other is its own. */
  private static final String REUSED = "IDEMPOTENCY_KEY_REUSED";

  /** Anybody may pay for a booking that never was. */
  private static final String PAY = "pay";

  private final Notes notes = new Notes("I9", "what clients were told is so");
  private final Map<String, Optional<Decided>> decided = new HashMap<>();

  /** What the log says of a request that a client remembers. */
  private record Decided(boolean accepted, Optional<Long> bookingId, Place place) {}

  NoPhantom(List<Call> history) {
    history.forEach(call -> call.requestId().ifPresent(id -> decided.put(id, Optional.empty())));
  }

  @Override
  public void see(LogRecord record, Past past) {
    if (record.topic().equals(PAYMENT_SUCCEEDED) || record.topic().equals(PAYMENT_FAILED)) {
      record.value().ifPresent(payment -> came(record, payment.text("paymentId")));
    } else if (record.topic().equals(BOOKING_RESULTS)) {
      answered(record, record.said());
    }
  }

  /** A payment that is on its topic is taken, whatever becomes of it. */
  private void came(LogRecord record, String paymentId) {
    decided.computeIfPresent(
        paymentId, (id, any) -> Optional.of(new Decided(true, Optional.empty(), record.place())));
  }

  private void answered(LogRecord record, Fields result) {
    String requestId = result.text("requestId");
    boolean first =
        !result.flag("repeated") && !result.maybe("code", result::text).equals(Optional.of(REUSED));
    if (first && decided.containsKey(requestId)) {
      Decided now =
          new Decided(
              result.flag("accepted"),
              result.maybe("bookingAfter", result::record).map(after -> after.number("bookingId")),
              record.place());
      decided.merge(
          requestId, Optional.of(now), (one, two) -> one.filter(Decided::accepted).or(() -> two));
    }
  }

  @Override
  public void conclude(Evidence evidence, Past past) {
    evidence.history().forEach(call -> compare(call, past));
  }

  private void compare(Call call, Past past) {
    notes.looked("calls " + call.outcome().name().toLowerCase(Locale.ROOT));
    Optional<Decided> known = call.requestId().flatMap(decided::get);
    boolean accepted = known.map(Decided::accepted).orElse(false);
    boolean reused = call.code().equals(Optional.of(REUSED));
    if (call.outcome() == Call.Outcome.REFUSED && accepted && !reused) {
      notes.violated(Harm.WRONG, known.get().place(), "the client was refused: %s", call);
    }
    if (call.outcome() != Call.Outcome.OK) {
      return;
    }
    if (call.requestId().isPresent() && !accepted) {
      notes.violated(Harm.LOST, call.id(), "the client was told it is done: %s", call);
    }
    boolean sameBooking =
        known
            .flatMap(Decided::bookingId)
            .map(id -> call.bookingId().isEmpty() || id == call.bookingId().getAsLong())
            .orElse(true);
    boolean there =
        call.kind().equals(PAY)
            || call.bookingId().isEmpty()
            || past.booking(call.bookingId().getAsLong()).isPresent();
    notes.require(sameBooking && there, call.id(), "the log has another booking or none: %s", call);
  }

  @Override
  public Finding finding() {
    return notes.finding();
  }
}
