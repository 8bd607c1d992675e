package booking.gateway;

import booking.schemas.BookingSnapshot;
import booking.schemas.BookingStatus;
import booking.schemas.GeneratedTimeslots;
import booking.schemas.PaymentStatus;
import booking.schemas.RequestResult;
import booking.schemas.RoomSnapshot;
import booking.schemas.RoomType;
import booking.schemas.TimeslotSnapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** One room, one timeslot, one booking, as the worker would tell of them. */
public final class Samples {

  /** An hour before the slot of the samples starts. */
  public static final Instant NOW = Instant.parse("2027-03-28T08:00:00Z");

  private Samples() {}

  public static BookingSnapshot.Builder booking() {
    return BookingSnapshot.newBuilder()
        .setBookingId(482_100_001)
        .setUserId(7)
        .setTimeslotId(4821)
        .setRoomId(3)
        .setStatus(BookingStatus.PENDING)
        .setPaymentStatus(PaymentStatus.PENDING)
        .setPrice(new BigDecimal("40.00"))
        .setCurrency("EUR")
        .setStartsAt(Instant.parse("2027-03-28T09:00:00Z"))
        .setEndsAt(Instant.parse("2027-03-28T09:30:00Z"))
        .setRefundPolicy(List.of())
        .setNotes("window seat")
        .setMetadata("{\"b\":1.10,\"a\":[]}")
        .setHoldExpiresAt(Instant.parse("2027-03-28T08:15:00Z"))
        .setCreatedAt(NOW)
        .setUpdatedAt(NOW);
  }

  public static TimeslotSnapshot.Builder timeslot() {
    return TimeslotSnapshot.newBuilder()
        .setTimeslotId(4821)
        .setVersion(2)
        .setRoomId(3)
        .setRoomName("Blue")
        .setTimeZone("Europe/Berlin")
        .setStartsAt(Instant.parse("2027-03-28T09:00:00Z"))
        .setEndsAt(Instant.parse("2027-03-28T09:30:00Z"))
        .setPrice(new BigDecimal("40.00"))
        .setCurrency("EUR")
        .setRefundPolicy(List.of())
        .setMaxBookings(2)
        .setOpen(true)
        .setHeld(1)
        .setConfirmed(0)
        .setCreatedAt(NOW)
        .setUpdatedAt(NOW);
  }

  public static RoomSnapshot.Builder room() {
    return RoomSnapshot.newBuilder()
        .setRoomId(3)
        .setVersion(9)
        .setName("Blue")
        .setRoomType(RoomType.MEETING)
        .setCapacity(4)
        .setHourlyRate(new BigDecimal("80.00"))
        .setCurrency("EUR")
        .setTimeZone("Europe/Berlin")
        .setActive(true)
        .setRefundPolicy(List.of(new booking.schemas.RefundTier(24, 100)))
        .setMetadata("{\"floor\":2}")
        .setCreatedAt(NOW)
        .setUpdatedAt(NOW);
  }

  /** An accepted request about the sample booking. */
  public static RequestResult booked(String requestId) {
    return result(requestId)
        .setTimeslotId(4821L)
        .setVersion(2L)
        .setBookingAfter(booking().build())
        .setTimeslotAfter(timeslot().build())
        .build();
  }

  public static RequestResult refused(String requestId, String code) {
    return result(requestId)
        .setAccepted(false)
        .setCode(code)
        .setDetail("in words")
        .setTimeslotId(4821L)
        .build();
  }

  public static RequestResult roomDecided(String requestId) {
    return result(requestId).setVersion(9L).setRoomAfter(room().build()).build();
  }

  public static RequestResult generated(String requestId, int count) {
    return result(requestId)
        .setVersion(10L)
        .setGenerated(new GeneratedTimeslots(3L, count == 0 ? 0L : 100L, count, 1))
        .setRoomAfter(room().build())
        .build();
  }

  public static RequestResult.Builder result(String requestId) {
    return RequestResult.newBuilder()
        .setRequestId(requestId)
        .setRepeated(false)
        .setUserId(7)
        .setDecidedAt(NOW)
        .setAccepted(true);
  }
}
