package booking.gateway.booking;

import booking.gateway.booking.Booking.Relations;
import booking.gateway.http.Page;
import booking.gateway.readmodel.ReadModel;
import booking.gateway.readmodel.Row;
import booking.gateway.room.Room;
import booking.gateway.timeslot.Timeslot;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The bookings in Postgres, with their rooms, slots and refunds. The page is cut before the joins,
 * along the index that matches the search.
 */
public final class BookingTable implements Bookings {

  private static final String WITH_RELATIONS =
      """
      SELECT b.*,
             r.id AS room__id, r.name AS room__name, r.description AS room__description,
             r.capacity AS room__capacity, r.room_type AS room__room_type,
             r.hourly_rate AS room__hourly_rate, r.currency AS room__currency,
             r.time_zone AS room__time_zone, r.is_active AS room__is_active,
             r.refund_policy AS room__refund_policy, r.metadata AS room__metadata,
             r.created_at AS room__created_at, r.updated_at AS room__updated_at,
             t.id AS slot__id, t.room_id AS slot__room_id, t.start_time AS slot__start_time,
             t.end_time AS slot__end_time, t.price AS slot__price, t.currency AS slot__currency,
             t.max_bookings AS slot__max_bookings, t.held AS slot__held,
             t.confirmed AS slot__confirmed, t.is_open AS slot__is_open,
             t.created_at AS slot__created_at, t.updated_at AS slot__updated_at
      FROM bookings b
      LEFT JOIN rooms r ON r.id = b.room_id
      LEFT JOIN timeslots t ON t.id = b.timeslot_id
      WHERE b.id = ANY (:bookings)
      ORDER BY b.created_at DESC, b.id DESC
      """;

  private static final String REFUNDS =
      """
      SELECT id, payment_id, booking_id, amount, currency, reason, status, detail, requested_at,
             settled_at
      FROM refunds
      WHERE booking_id = ANY (:bookings)
      ORDER BY booking_id, requested_at, id
      """;

  private final ReadModel readModel;

  public BookingTable(ReadModel readModel) {
    this.readModel = readModel;
  }

  @Override
  public List<Booking> list(BookingSearch search, Page page, Instant now) {
    Map<String, Object> wanted = new HashMap<>();
    search.userId().ifPresent(id -> wanted.put("user_id", id));
    search.roomId().ifPresent(id -> wanted.put("room_id", id));
    search.status().ifPresent(status -> wanted.put("status", status));
    String where =
        wanted.keySet().stream()
            .map(column -> column + " = :" + column)
            .collect(Collectors.joining(" AND "));
    String part =
        "SELECT id FROM bookings"
            + (where.isEmpty() ? "" : " WHERE " + where)
            + " ORDER BY created_at DESC, id DESC LIMIT :limit OFFSET :offset";
    return readModel.readOneMoment(
        handle ->
            bookings(
                handle,
                handle
                    .createQuery(part)
                    .bindMap(wanted)
                    .bind("limit", page.limitAndOneMore())
                    .bind("offset", page.offset())
                    .mapTo(Long.class)
                    .list(),
                now));
  }

  @Override
  public Optional<Booking> find(long id, Instant now) {
    return readModel.readOneMoment(handle -> bookings(handle, List.of(id), now)).stream()
        .findFirst();
  }

  @Override
  public List<Refund> refunds(long bookingId) {
    return readModel.read(
        handle -> refunds(handle, List.of(bookingId)).getOrDefault(bookingId, List.of()));
  }

  private static List<Booking> bookings(Handle handle, List<Long> ids, Instant now) {
    Map<Long, List<Refund>> refunds = refunds(handle, ids);
    return handle
        .createQuery(WITH_RELATIONS)
        .bindArray("bookings", Long.class, ids)
        .map((columns, context) -> booking(Row.of(columns), refunds, now))
        .list();
  }

  private static Booking booking(Row row, Map<Long, List<Refund>> refunds, Instant now)
      throws SQLException {
    Optional<Row> room = row.part("room__");
    Optional<Row> slot = row.part("slot__");
    return Booking.of(
        row,
        new Relations(
            refunds.getOrDefault(row.number("id"), List.of()),
            room.isEmpty() ? Optional.empty() : Optional.of(Room.of(room.get())),
            slot.isEmpty() ? Optional.empty() : Optional.of(Timeslot.of(slot.get(), now))));
  }

  private static Map<Long, List<Refund>> refunds(Handle handle, List<Long> bookingIds) {
    return handle
        .createQuery(REFUNDS)
        .bindArray("bookings", Long.class, bookingIds)
        .map(
            (columns, context) ->
                Map.entry(columns.getLong("booking_id"), Refund.of(Row.of(columns))))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }
}
