package booking.gateway.timeslot;

import booking.gateway.readmodel.Row;
import booking.schemas.TimeslotSnapshot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A timeslot as clients see it.
 *
 * @param isAvailable open, with a seat free, and not started
 * @param maxBookings seats
 * @param remaining seats that nobody holds or has
 * @param isOpen false once an admin closed it
 */
public record Timeslot(
    @Schema(example = "4821") long id,
    @Schema(example = "3") long roomId,
    Instant startTime,
    Instant endTime,
    boolean isAvailable,
    @Schema(example = "40.00") BigDecimal price,
    @Schema(example = "EUR") String currency,
    int maxBookings,
    int remaining,
    boolean isOpen,
    Instant createdAt,
    Instant updatedAt) {

  /** The slot after a decision, looked at now. */
  public static Timeslot of(TimeslotSnapshot slot, Instant now) {
    int remaining = slot.getMaxBookings() - slot.getHeld() - slot.getConfirmed();
    return new Timeslot(
        slot.getTimeslotId(),
        slot.getRoomId(),
        slot.getStartsAt(),
        slot.getEndsAt(),
        isAvailable(slot.getOpen(), remaining, slot.getStartsAt(), now),
        slot.getPrice(),
        slot.getCurrency(),
        slot.getMaxBookings(),
        remaining,
        slot.getOpen(),
        slot.getCreatedAt(),
        slot.getUpdatedAt());
  }

  /** A row's slot, looked at now. */
  public static Timeslot of(Row row, Instant now) throws SQLException {
    Instant starts = row.instant("start_time");
    boolean open = row.flag("is_open");
    int seats = row.count("max_bookings");
    int remaining = seats - row.count("held") - row.count("confirmed");
    return new Timeslot(
        row.number("id"),
        row.number("room_id"),
        starts,
        row.instant("end_time"),
        isAvailable(open, remaining, starts, now),
        row.money("price"),
        row.text("currency"),
        seats,
        remaining,
        open,
        row.instant("created_at"),
        row.instant("updated_at"));
  }

  private static boolean isAvailable(boolean open, int remaining, Instant starts, Instant now) {
    return open && remaining > 0 && starts.isAfter(now);
  }
}
