package booking.gateway.timeslot;

import booking.gateway.http.Page;
import booking.gateway.readmodel.ReadModel;
import booking.gateway.readmodel.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.statement.Query;

/** The timeslots in Postgres; both lists follow the index on room and start. */
public final class TimeslotTable implements Timeslots {

  private static final String SLOTS =
      """
      SELECT id, room_id, start_time, end_time, price, currency, max_bookings, held, confirmed,
             is_open, created_at, updated_at
      FROM timeslots
      WHERE room_id = :room AND start_time >= :from AND start_time < :to
      """;

  private static final String AVAILABLE =
      SLOTS
          + """
          AND start_time > :now AND is_open AND held + confirmed < max_bookings
          ORDER BY start_time
          """;

  private static final String ALL = SLOTS + "ORDER BY start_time LIMIT :limit OFFSET :offset";

  private final ReadModel readModel;

  public TimeslotTable(ReadModel readModel) {
    this.readModel = readModel;
  }

  @Override
  public List<Timeslot> available(Span span, Instant now) {
    return readModel.read(
        handle ->
            list(
                span,
                handle.createQuery(AVAILABLE).bind("now", now.atOffset(ZoneOffset.UTC)),
                now));
  }

  @Override
  public List<Timeslot> all(Span span, Page page, Instant now) {
    return readModel.read(
        handle ->
            list(
                span,
                handle
                    .createQuery(ALL)
                    .bind("limit", page.limitAndOneMore())
                    .bind("offset", page.offset()),
                now));
  }

  private static List<Timeslot> list(Span span, Query query, Instant now) {
    return query
        .bind("room", span.roomId())
        .bind("from", span.from().atOffset(ZoneOffset.UTC))
        .bind("to", span.to().atOffset(ZoneOffset.UTC))
        .map((row, context) -> Timeslot.of(Row.of(row), now))
        .list();
  }
}
