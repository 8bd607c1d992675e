package booking.local.checker.invariant;

import static booking.local.checker.log.TopicNames.BOOKING_EVENTS;
import static booking.local.checker.log.TopicNames.BOOKING_RESULTS;
import static booking.local.checker.log.TopicNames.CATALOG_EVENTS;

import booking.local.checker.log.Fields;
import booking.local.checker.log.LogRecord;
import booking.local.checker.report.Finding;
import booking.local.checker.report.Harm;
import booking.local.checker.report.Notes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** I5: the events of a slot, and those of the catalogue, count 1, 2, 3 … in the order they lie. */
final class Versions implements Invariant {

  private static final long CATALOGUE = 0;

  private final Notes notes = new Notes("I5", "versions without gap or repeat");
  private final Map<Long, Last> last = new HashMap<>();

  /** Where a row of numbers has got to. */
  private record Last(long version, int partition) {}

  @Override
  public void see(LogRecord record, Past past) {
    if (record.topic().equals(BOOKING_EVENTS)) {
      Fields event = record.said();
      long slot = event.number("timeslotId");
      follow(slot, record, Long.toString(slot));
      notes.require(
          event.record("timeslotAfter").number("version") == event.number("version")
              && event.record("timeslotAfter").number("timeslotId") == slot
              && record.textKey().equals(Long.toString(slot)),
          record.place(),
          "event, key and slot do not agree on slot and version");
    } else if (record.topic().equals(CATALOG_EVENTS)) {
      follow(CATALOGUE, record, "catalog");
    } else if (record.topic().equals(BOOKING_RESULTS)) {
      reach(record);
    }
  }

  /** A result may tell of an event at the end of the row, where no gap shows that it is missing. */
  private void reach(LogRecord record) {
    Fields result = record.said();
    long slot = result.maybe("timeslotId", result::number).orElse(CATALOGUE);
    long told = result.maybe("version", result::number).orElse(0L);
    long reached = Optional.ofNullable(last.get(slot)).map(Last::version).orElse(0L);
    if (told > reached) {
      notes.violated(
          Harm.GAP,
          record.place(),
          "tells of version %d of slot %d, last is %d",
          told,
          slot,
          reached);
    }
  }

  private void follow(long slot, LogRecord record, String name) {
    notes.looked(slot == CATALOGUE ? "catalogue events" : "slot events");
    long version = record.said().number("version");
    Last before = last.getOrDefault(slot, new Last(0, record.place().partition()));
    if (version <= before.version()) {
      notes.violated(
          Harm.TWICE, record.place(), "%s: %d after %d", name, version, before.version());
    } else if (version > before.version() + 1) {
      notes.violated(Harm.GAP, record.place(), "%s: %d after %d", name, version, before.version());
    }
    notes.require(
        record.said().text("eventId").equals(name + "-" + version),
        record.place(),
        "its id is %s",
        record.said().text("eventId"));
    notes.require(
        before.partition() == record.place().partition(),
        record.place(),
        "%s was on partition %d before",
        name,
        before.partition());
    last.put(slot, new Last(Math.max(version, before.version()), record.place().partition()));
  }

  @Override
  public Finding finding() {
    return notes.finding();
  }
}
