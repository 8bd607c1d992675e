package booking.local.checker.invariant;

import static booking.local.checker.log.TopicNames.BOOKING_EVENTS;
import static booking.local.checker.log.TopicNames.BOOKING_REQUESTS;
import static booking.local.checker.log.TopicNames.BOOKING_RESULTS;
import static booking.local.checker.log.TopicNames.CATALOG_EVENTS;
import static booking.local.checker.log.TopicNames.CATALOG_REQUESTS;
import static booking.local.checker.log.TopicNames.DEAD_LETTERS;
import static booking.local.checker.log.TopicNames.INPUTS;

import booking.local.checker.log.Fields;
import booking.local.checker.log.LogRecord;
import booking.local.checker.log.Place;
import booking.local.checker.report.Finding;
import booking.local.checker.report.Harm;
import booking.local.checker.report.Notes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** I12: every record that comes in is decided or put aside, and every promised slot is there. */
final class NothingVanishes implements Invariant {

  private final Notes notes = new Notes("I12", "nothing vanishes");
  private final Map<Place, Place> lettersWithoutOrigin = new HashMap<>();
  private final Map<Place, Place> letters = new HashMap<>();
  private final Map<Place, Place> lettersAgain = new HashMap<>();
  private final Map<Long, Place> promisedSlots = new HashMap<>();
  private final PaymentTraces payments = new PaymentTraces(notes);

  @Override
  public void see(LogRecord record, Past past) {
    if (INPUTS.contains(record.topic())) {
      came(record, past);
    }
    switch (record.topic()) {
      case DEAD_LETTERS -> putAside(record);
      case BOOKING_RESULTS -> notes.looked("results");
      case CATALOG_EVENTS -> promised(record);
      case BOOKING_EVENTS -> made(record.said());
      default -> {
        // Payments leave other traces.
      }
    }
    payments.see(record, past);
  }

  private void came(LogRecord record, Past past) {
    notes.looked("records came");
    lettersWithoutOrigin.remove(record.place());
    boolean request =
        record.topic().equals(BOOKING_REQUESTS) || record.topic().equals(CATALOG_REQUESTS);
    if (past.isTaken(record)) {
      notes.looked(request ? "requests taken" : "payment messages taken");
    } else if (past.whyPutAside(record.place()).isEmpty()) {
      notes.violated(Harm.LOST, record.place(), "not readable, and not put aside");
    }
  }

  private void putAside(LogRecord record) {
    notes.looked("dead letters");
    Optional<DeadLetter> letter = DeadLetter.of(record);
    if (letter.isEmpty()) {
      notes.require(false, record.place(), "does not say where it lay, why it is here and when");
      return;
    }
    Place origin = letter.get().origin();
    // What somebody put into the worker's own topics lies where nobody looks here.
    if (INPUTS.contains(origin.topic())) {
      lettersWithoutOrigin.put(origin, record.place());
    }
    if (letters.putIfAbsent(origin, record.place()) != null) {
      lettersAgain.put(record.place(), origin);
    }
  }

  private void promised(LogRecord record) {
    Fields fact = record.said().record("fact");
    if (fact.type().equals("TimeslotsGenerated")) {
      Fields generated = fact.record("generated");
      for (long i = 0; i < generated.number("count"); i++) {
        promisedSlots.put(generated.number("firstTimeslotId") + i, record.place());
      }
    }
  }

  private void made(Fields event) {
    if (event.record("fact").type().equals("TimeslotCreated")) {
      promisedSlots.remove(event.number("timeslotId"));
    }
  }

  @Override
  public void conclude(Evidence evidence, Past past) {
    long missing = notes.lookedAt("requests taken") - notes.lookedAt("results");
    if (missing > 0) {
      notes.violated(Harm.LOST, BOOKING_RESULTS, "%d results too few", missing);
    }
    lettersWithoutOrigin.forEach(
        (origin, place) -> notes.require(false, place, "nothing lies at %s", origin));
    promisedSlots.forEach(
        (timeslotId, place) ->
            notes.violated(Harm.LOST, place, "slot %d was never made", timeslotId));
    putAsideAgain();
    payments.conclude(past);
  }

  /** More answers than requests: workers lost their offsets, and read all again that was there. */
  private void putAsideAgain() {
    if (lettersAgain.isEmpty()) {
      return;
    }
    if (notes.lookedAt("results") > notes.lookedAt("requests taken")) {
      notes.looked("put aside again", lettersAgain.size());
      return;
    }
    lettersAgain.forEach(
        (place, origin) -> notes.violated(Harm.TWICE, place, "%s was put aside before", origin));
  }

  @Override
  public Finding finding() {
    return notes.finding();
  }
}
