package booking.gateway.booking;

import booking.gateway.json.JsonText;
import booking.gateway.readmodel.Row;
import booking.gateway.room.BookedRoom;
import booking.gateway.room.Room;
import booking.gateway.timeslot.Timeslot;
import booking.schemas.BookingSnapshot;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A booking as clients see it.
 *
 * @param holdExpiresAt until when the seat is held for payment; null once paid or cancelled
 * @param refundAmount what the cancellation gives back; null while not cancelled
 * @param refunds everything that goes back, payments that could not be kept included
 */
public record Booking(
    @Schema(example = "482100001") long id,
    @Schema(example = "7") long userId,
    @Schema(example = "4821") long timeslotId,
    @Schema(example = "3") long roomId,
    @Schema(allowableValues = {"pending", "confirmed", "completed", "no_show", "cancelled"})
        String status,
    Optional<String> bookingType,
    @Schema(example = "40.00") BigDecimal price,
    @Schema(example = "EUR") String currency,
    @Schema(allowableValues = {"pending", "paid", "refunded"}) String paymentStatus,
    Optional<String> paymentId,
    Optional<String> notes,
    @Schema(type = "object") Optional<JsonNode> metadata,
    Optional<Instant> holdExpiresAt,
    @Schema(allowableValues = {"user", "venue", "hold_expired"}) Optional<String> cancelReason,
    @Schema(example = "25.00") Optional<BigDecimal> refundAmount,
    List<Refund> refunds,
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> cancelledAt,
    @Schema(implementation = Room.class) Optional<BookedRoom> room,
    Optional<Timeslot> timeslot) {

  public Booking {
    refunds = List.copyOf(refunds);
  }

  /** What belongs to a booking without being of it. */
  record Relations(List<Refund> refunds, Optional<BookedRoom> room, Optional<Timeslot> timeslot) {}

  /** The booking after a decision. */
  static Booking of(BookingSnapshot booking, Relations relations) {
    return new Booking(
        booking.getBookingId(),
        booking.getUserId(),
        booking.getTimeslotId(),
        booking.getRoomId(),
        word(booking.getStatus()),
        Optional.ofNullable(booking.getBookingType()),
        booking.getPrice(),
        booking.getCurrency(),
        word(booking.getPaymentStatus()),
        Optional.ofNullable(booking.getPaymentId()),
        Optional.ofNullable(booking.getNotes()),
        Optional.ofNullable(booking.getMetadata()).map(JsonText::tree),
        Optional.ofNullable(booking.getHoldExpiresAt()),
        Optional.ofNullable(booking.getCancelReason()).map(Booking::word),
        Optional.ofNullable(booking.getRefundAmount()),
        relations.refunds(),
        booking.getCreatedAt(),
        booking.getUpdatedAt(),
        Optional.ofNullable(booking.getCancelledAt()),
        relations.room(),
        relations.timeslot());
  }

  /** A row's booking. */
  static Booking of(Row row, Relations relations) throws SQLException {
    return new Booking(
        row.number("id"),
        row.number("user_id"),
        row.number("timeslot_id"),
        row.number("room_id"),
        row.text("status"),
        row.optionalText("booking_type"),
        row.money("price"),
        row.text("currency"),
        row.text("payment_status"),
        row.optionalText("payment_id"),
        row.optionalText("notes"),
        row.optionalText("metadata").map(JsonText::tree),
        row.optionalInstant("hold_expires_at"),
        row.optionalText("cancel_reason"),
        row.optionalMoney("refund_amount"),
        relations.refunds(),
        row.instant("created_at"),
        row.instant("updated_at"),
        row.optionalInstant("cancelled_at"),
        relations.room(),
        relations.timeslot());
  }

  private static String word(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
