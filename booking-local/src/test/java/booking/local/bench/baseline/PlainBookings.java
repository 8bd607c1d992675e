package booking.local.bench.baseline;

import booking.schemas.BookingSnapshot;
import booking.schemas.BookingStatus;
import booking.schemas.PaymentStatus;
import booking.schemas.TimeslotSnapshot;
import booking.schemas.command.Book;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.TemplateEngine;

/**
 * Bookings as an application of Postgres alone would make them: the slot's row is locked, a booking
 * is inserted, the slot is updated, in one transaction a request. Its tables are the read model's,
 * with the same constraints and indexes, since they have to answer the same questions. Safe to
 * share between threads.
 */
public final class PlainBookings {

  /** Makes the tables, with the slots that the read model has by now. */
  public static final List<String> TABLES =
      List.of(
          "CREATE SCHEMA plain",
          "CREATE TABLE plain.rooms (LIKE public.rooms INCLUDING ALL)",
          "CREATE TABLE plain.timeslots (LIKE public.timeslots INCLUDING ALL)",
          "CREATE TABLE plain.bookings (LIKE public.bookings INCLUDING ALL)",
          "INSERT INTO plain.rooms SELECT * FROM public.rooms",
          "INSERT INTO plain.timeslots SELECT * FROM public.timeslots",
          "ANALYZE plain.timeslots");

  private static final Duration HOLD = Duration.ofMinutes(15);

  private static final String LOCK =
      """
      SELECT id, version, room_id, start_time, end_time, price, currency, max_bookings, is_open,
             held, confirmed, created_at
      FROM plain.timeslots WHERE id = ? FOR UPDATE""";

  private static final String INSERT =
      """
      INSERT INTO plain.bookings (id, version, user_id, timeslot_id, room_id, status, booking_type,
          price, currency, payment_status, notes, hold_expires_at, created_at, updated_at)
      VALUES (?, ?, ?, ?, ?, 'pending', ?, ?, ?, 'pending', ?, ?, ?, ?)""";

  private static final String UPDATE =
      "UPDATE plain.timeslots SET held = held + 1, version = version + 1, updated_at = ? WHERE id = ?";

  private static final String HOLDS =
      "SELECT count(*) FROM plain.bookings WHERE user_id = ? AND status = 'pending'";

  private final Jdbi jdbi;

  /** What a customer wants. */
  public record Wish(long timeslotId, long userId, Book book) {}

  /** What the customer got, and the slot after it. */
  record Booked(BookingSnapshot booking, TimeslotSnapshot timeslot) {}

  public PlainBookings(DataSource pool) {
    this.jdbi = Jdbi.create(pool);
    jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
  }

  /** Books. */
  Booked book(Wish wish, Instant now) {
    return jdbi.inTransaction(handle -> book(handle, wish, now));
  }

  /** Books for one who may not hold more seats than so many. */
  Booked book(Wish wish, int mostHolds, Instant now) {
    return jdbi.inTransaction(
        handle -> {
          long holds = handle.select(HOLDS, wish.userId()).mapTo(Long.class).one();
          require(holds < mostHolds, "TOO_MANY_HOLDS");
          return book(handle, wish, now);
        });
  }

  private static Booked book(Handle handle, Wish wish, Instant now) {
    TimeslotSnapshot locked = handle.select(LOCK, wish.timeslotId()).map(PlainBookings::slot).one();
    int taken = locked.getHeld() + locked.getConfirmed();
    require(locked.getOpen(), "TIMESLOT_CLOSED");
    require(locked.getStartsAt().isAfter(now), "TIMESLOT_STARTED");
    require(taken < locked.getMaxBookings(), "TIMESLOT_FULL");
    TimeslotSnapshot slot =
        TimeslotSnapshot.newBuilder(locked)
            .setHeld(locked.getHeld() + 1)
            .setVersion(locked.getVersion() + 1)
            .setUpdatedAt(now)
            .build();
    BookingSnapshot booking = booking(wish, slot, slot.getTimeslotId() * 100_000 + taken + 1);
    handle.execute(
        INSERT,
        booking.getBookingId(),
        slot.getVersion(),
        booking.getUserId(),
        booking.getTimeslotId(),
        booking.getRoomId(),
        booking.getBookingType(),
        booking.getPrice(),
        booking.getCurrency(),
        booking.getNotes(),
        sql(booking.getHoldExpiresAt()),
        sql(now),
        sql(now));
    handle.execute(UPDATE, sql(now), slot.getTimeslotId());
    return new Booked(booking, slot);
  }

  private static BookingSnapshot booking(Wish wish, TimeslotSnapshot slot, long id) {
    return BookingSnapshot.newBuilder()
        .setBookingId(id)
        .setUserId(wish.userId())
        .setTimeslotId(slot.getTimeslotId())
        .setRoomId(slot.getRoomId())
        .setStatus(BookingStatus.PENDING)
        .setPaymentStatus(PaymentStatus.PENDING)
        .setPrice(slot.getPrice())
        .setCurrency(slot.getCurrency())
        .setStartsAt(slot.getStartsAt())
        .setEndsAt(slot.getEndsAt())
        .setBookingType(wish.book().getBookingType())
        .setNotes(wish.book().getNotes())
        .setHoldExpiresAt(slot.getUpdatedAt().plus(HOLD))
        .setCreatedAt(slot.getUpdatedAt())
        .setUpdatedAt(slot.getUpdatedAt())
        .build();
  }

  private static TimeslotSnapshot slot(ResultSet row, StatementContext context)
      throws SQLException {
    return TimeslotSnapshot.newBuilder()
        .setTimeslotId(row.getLong("id"))
        .setVersion(row.getLong("version"))
        .setRoomId(row.getLong("room_id"))
        .setRoomName("")
        .setTimeZone("UTC")
        .setStartsAt(time(row, "start_time"))
        .setEndsAt(time(row, "end_time"))
        .setPrice(row.getBigDecimal("price"))
        .setCurrency(row.getString("currency"))
        .setMaxBookings(row.getInt("max_bookings"))
        .setOpen(row.getBoolean("is_open"))
        .setHeld(row.getInt("held"))
        .setConfirmed(row.getInt("confirmed"))
        .setCreatedAt(time(row, "created_at"))
        .setUpdatedAt(time(row, "created_at"))
        .build();
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime sql(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  private static void require(boolean holds, String refusal) {
    if (!holds) {
      throw new IllegalStateException(refusal);
    }
  }
}
