package booking.gateway.timeslot;

import booking.gateway.http.ParameterText;
import booking.gateway.room.Room;
import booking.gateway.timeslot.Timeslots.Span;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** Reads from when to when an admin wants to see a room's timeslots. */
final class SpanQuery {

  private static final Period UNLESS_SENT = Period.ofDays(31);
  private static final int LENGTH_OF_A_DAY = 10;

  // Java reads instants that neither a zone's clock nor Postgres can tell.
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private SpanQuery() {}

  static Span of(Room room, UriInfo uri, Instant now) {
    ZoneId zone = ZoneId.of(room.timeZone());
    ParameterText from = ParameterText.query(uri, "from");
    ParameterText to = ParameterText.query(uri, "to");
    Instant start = from.text().map(text -> instant(from, text, zone)).orElse(today(now, zone));
    Instant end =
        to.text()
            .map(text -> instant(to, text, zone))
            .orElseGet(() -> start.atZone(zone).plus(UNLESS_SENT).toInstant());
    if (!end.isAfter(start)) {
      throw to.invalid("must be after from");
    }
    return new Span(room.id(), start, end);
  }

  private static Instant today(Instant now, ZoneId zone) {
    return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }

  private static Instant instant(ParameterText parameter, String text, ZoneId zone) {
    if (text.length() == LENGTH_OF_A_DAY) {
      return parameter.required(parameter.day()).atStartOfDay(zone).toInstant();
    }
    try {
      Instant instant = Instant.parse(text);
      if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
        throw parameter.invalid("must be from this era");
      }
      return instant;
    } catch (DateTimeParseException neither) {
      throw parameter.invalid(
          "must be a day like 2027-03-28 or an instant like 2027-03-28T09:00:00Z");
    }
  }
}
