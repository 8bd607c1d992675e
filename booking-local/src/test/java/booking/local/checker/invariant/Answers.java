package booking.local.checker.invariant;

import booking.local.checker.log.Fields;
import booking.local.checker.log.LogRecord;
import booking.local.checker.log.Place;
import booking.local.checker.report.Harm;
import booking.local.checker.report.Notes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Events and the results of the requests that caused them: each tells of the other. */
final class Answers {

  static final long CATALOGUE = 0;

  private final Notes notes;
  private final Map<Asked, Caused> unanswered = new HashMap<>();
  private final Set<String> ofCatalogue = new HashSet<>();

  private record Asked(String requestId, long timeslotId, long userId) {}

  /**
   * The last event that a request caused.
   *
   * @param booking that it left, in one number
   */
  private record Caused(long version, int booking, Place place) {}

  Answers(Notes notes) {
    this.notes = notes;
  }

  /** A request caused an event, in a slot or in the catalogue. */
  void caused(LogRecord record, long timeslotId) {
    Fields event = record.said();
    if (timeslotId == CATALOGUE) {
      ofCatalogue.add(event.text("requestId"));
    }
    boolean ofBooking = timeslotId != CATALOGUE && event.has("bookingAfter");
    unanswered.put(
        new Asked(event.text("requestId"), timeslotId, event.number("requestedBy")),
        new Caused(
            event.number("version"),
            ofBooking ? event.record("bookingAfter").hashCode() : 0,
            record.place()));
  }

  /** A result came; events come before results. */
  void answered(LogRecord record) {
    Fields result = record.said();
    boolean again =
        result.flag("repeated")
            || result
                .maybe("code", result::text)
                .map("IDEMPOTENCY_KEY_REUSED"::equals)
                .orElse(false);
    if (again) {
      return;
    }
    notes.looked("first results");
    long timeslotId = result.maybe("timeslotId", result::number).orElse(CATALOGUE);
    Caused caused =
        unanswered.remove(new Asked(result.text("requestId"), timeslotId, result.number("userId")));
    if (result.has("version") != (caused != null)) {
      notes.violated(
          result.has("version") ? Harm.LOST : Harm.WRONG,
          record.place(),
          "result %s, caused %s",
          result.text("requestId"),
          caused == null ? "nothing" : caused.place());
    } else if (caused != null) {
      boolean sameBooking =
          !result.has("bookingAfter")
              || result.record("bookingAfter").hashCode() == caused.booking();
      notes.require(
          result.flag("accepted") && result.number("version") == caused.version() && sameBooking,
          record.place(),
          "the result does not tell what happened at %s",
          caused.place());
    }
  }

  /** What the catalogue causes in slots, it answers for itself. */
  void conclude() {
    unanswered.forEach(
        (asked, caused) -> {
          if (!ofCatalogue.contains(asked.requestId()) || asked.timeslotId() == CATALOGUE) {
            notes.violated(Harm.LOST, caused.place(), "no result for %s", asked);
          }
        });
  }
}
