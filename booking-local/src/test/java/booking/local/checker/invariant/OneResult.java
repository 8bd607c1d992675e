package booking.local.checker.invariant;

import static booking.local.checker.log.TopicNames.BOOKING_REQUESTS;
import static booking.local.checker.log.TopicNames.BOOKING_RESULTS;
import static booking.local.checker.log.TopicNames.CATALOG_REQUESTS;

import booking.local.checker.log.Fields;
import booking.local.checker.log.LogRecord;
import booking.local.checker.log.Place;
import booking.local.checker.report.Finding;
import booking.local.checker.report.Harm;
import booking.local.checker.report.Notes;
import java.util.HashMap;
import java.util.Map;

/** I2: a request that was taken has one first result, and each of its repeats an answer. */
final class OneResult implements Invariant {

  /** An answer to whoever took the id of another request. */
  private static final String REUSED = "IDEMPOTENCY_KEY_REUSED";

  private static final long CATALOGUE = 0;

  private final Notes notes = new Notes("I2", "one result for each request");
  private final Map<Asked, Tally> tallies = new HashMap<>();

  /** What is asked of whom: a slot, or the catalogue. */
  private record Asked(String requestId, long timeslotId) {}

  /** How often it was asked and answered. */
  private static final class Tally {
    private final Place place;
    private int requests;
    private int firsts;
    private int others;
    private long user;
    private boolean severalUsers;

    private Tally(Place place) {
      this.place = place;
    }
  }

  @Override
  public void see(LogRecord record, Past past) {
    switch (record.topic()) {
      case BOOKING_REQUESTS -> {
        if (past.isTaken(record)) {
          asked(record, record.said().number("timeslotId"));
        }
      }
      case CATALOG_REQUESTS -> {
        if (past.isTaken(record)) {
          asked(record, CATALOGUE);
        }
      }
      case BOOKING_RESULTS -> answered(record);
      default -> {
        // Says nothing of requests.
      }
    }
  }

  private void asked(LogRecord record, long timeslotId) {
    notes.looked("requests");
    Tally tally = tally(record, timeslotId);
    long user = record.said().record("actor").number("userId");
    tally.severalUsers |= tally.requests > 0 && tally.user != user;
    tally.user = user;
    tally.requests++;
  }

  private void answered(LogRecord record) {
    notes.looked("results");
    Fields result = record.said();
    Tally tally = tally(record, result.maybe("timeslotId", result::number).orElse(CATALOGUE));
    boolean again =
        result.flag("repeated") || REUSED.equals(result.maybe("code", result::text).orElse(""));
    if (again) {
      tally.others++;
    } else {
      tally.firsts++;
    }
    notes.require(
        result.flag("accepted") != result.has("code"),
        record.place(),
        "neither accepted nor refused with a code");
  }

  private Tally tally(LogRecord record, long timeslotId) {
    return tallies.computeIfAbsent(
        new Asked(record.said().text("requestId"), timeslotId), any -> new Tally(record.place()));
  }

  @Override
  public void conclude(Evidence evidence, Past past) {
    tallies.forEach(
        (asked, tally) -> {
          int again = tally.firsts + tally.others - tally.requests;
          // An id that a stranger guessed is another request; its first answer is another one.
          int firstsMax = tally.severalUsers ? tally.requests : 1;
          if (tally.requests == 0) {
            notes.violated(Harm.WRONG, tally.place, "%s: a result without a request", asked);
          } else if (tally.firsts == 0 || again < 0) {
            notes.violated(Harm.LOST, tally.place, "%s: %s", asked, counts(tally));
          } else if (tally.firsts > firstsMax) {
            notes.violated(Harm.TWICE, tally.place, "%s: %s", asked, counts(tally));
          } else if (again > 0) {
            // Nothing happened twice: a worker that lost its offsets read an old request again.
            notes.looked("answers given again unasked", again);
          }
        });
  }

  private static String counts(Tally tally) {
    return "%d requests, %d first results, %d other results"
        .formatted(tally.requests, tally.firsts, tally.others);
  }

  @Override
  public Finding finding() {
    return notes.finding();
  }
}
