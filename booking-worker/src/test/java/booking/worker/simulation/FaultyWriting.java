package booking.worker.simulation;

import booking.schemas.BookingEvent;
import booking.schemas.BookingNotification;
import booking.schemas.BookingSnapshot;
import booking.schemas.CancelReason;
import booking.schemas.NotificationKind;
import booking.schemas.Refund;
import booking.schemas.RefundRequested;
import booking.schemas.RequestResult;
import booking.schemas.TimeslotSnapshot;
import booking.schemas.fact.BookingCancelled;
import booking.schemas.fact.TimeslotClosed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Faults that let others read something else than was decided. */
final class FaultyWriting {

  private FaultyWriting() {}

  /** What fits is never written. */
  static Fault dropping(Predicate<Object> what) {
    return new Fault() {
      @Override
      public List<Emitted> out(Emitted right) {
        return what.test(right.value()) ? List.of() : List.of(right);
      }
    };
  }

  static Fault refundSkipped() {
    return dropping(
        value -> value instanceof RefundRequested refund && refund.getReason().equals("user"));
  }

  static Fault resultDropped() {
    return dropping(
        value ->
            value instanceof RequestResult result && "ALREADY_BOOKED".equals(result.getCode()));
  }

  static Fault deadLetterDropped() {
    return dropping(
        value ->
            value instanceof Emitted.DeadLetter letter && letter.reason().startsWith("PAYMENT"));
  }

  static Fault notificationDropped() {
    return dropping(
        value ->
            value instanceof BookingNotification told
                && told.getKind() == NotificationKind.HOLD_EXPIRED);
  }

  static Fault eventDropped() {
    return dropping(
        value -> value instanceof BookingEvent event && event.getFact() instanceof TimeslotClosed);
  }

  /** Money goes back twice. */
  static final class RefundTwice implements Fault {
    @Override
    public List<Emitted> out(Emitted right) {
      return right.value() instanceof RefundRequested ? List.of(right, right) : List.of(right);
    }
  }

  /** After the fifth event of a slot one number is left out. */
  static final class VersionSkipped implements Fault {
    @Override
    public List<Emitted> out(Emitted right) {
      if (!(right.value() instanceof BookingEvent event) || event.getVersion() <= 5) {
        return List.of(right);
      }
      long version = event.getVersion() + 1;
      TimeslotSnapshot after =
          TimeslotSnapshot.newBuilder(event.getTimeslotAfter()).setVersion(version).build();
      return with(
          right,
          BookingEvent.newBuilder(event)
              .setVersion(version)
              .setEventId(event.getTimeslotId() + "-" + version)
              .setTimeslotAfter(after)
              .build());
    }
  }

  /** The venue cancels, and the customer gets what he would get had he cancelled himself. */
  static final class VenueRefundByUserTiers implements Fault {
    private final Map<Long, BigDecimal> shares = new HashMap<>();

    @Override
    public List<Emitted> out(Emitted right) {
      if (right.value() instanceof BookingEvent event
          && event.getFact() instanceof BookingCancelled fact
          && fact.getReason() == CancelReason.VENUE
          && fact.getRefund() != null) {
        return with(right, cancelled(event, fact));
      } else if (right.value() instanceof RefundRequested refund
          && refund.getReason().equals("venue")) {
        BigDecimal share = shares.get(refund.getBookingId());
        return share.signum() == 0
            ? List.of()
            : with(right, RefundRequested.newBuilder(refund).setAmount(share).build());
      } else if (right.value() instanceof RequestResult result
          && result.getBookingAfter() != null
          && shares.containsKey(result.getBookingAfter().getBookingId())) {
        BookingSnapshot booking = given(result.getBookingAfter());
        return with(right, RequestResult.newBuilder(result).setBookingAfter(booking).build());
      }
      return List.of(right);
    }

    private BookingEvent cancelled(BookingEvent event, BookingCancelled fact) {
      BookingSnapshot booking = event.getBookingAfter();
      BigDecimal share = share(booking, event.getOccurredAt());
      shares.put(booking.getBookingId(), share);
      Refund less = Refund.newBuilder(fact.getRefund()).setAmount(share).build();
      return BookingEvent.newBuilder(event)
          .setFact(new BookingCancelled(fact.getReason(), share.signum() == 0 ? null : less))
          .setBookingAfter(given(booking))
          .build();
    }

    private BookingSnapshot given(BookingSnapshot booking) {
      return BookingSnapshot.newBuilder(booking)
          .setRefundAmount(shares.get(booking.getBookingId()))
          .build();
    }

    private static BigDecimal share(BookingSnapshot booking, Instant at) {
      Duration left = Duration.between(at, booking.getStartsAt());
      int percent =
          booking.getRefundPolicy().stream()
              .filter(tier -> left.toHours() >= tier.getHoursBefore())
              .mapToInt(tier -> tier.getPercent())
              .max()
              .orElse(0);
      return booking
          .getPrice()
          .multiply(BigDecimal.valueOf(percent, 2))
          .setScale(2, RoundingMode.HALF_UP);
    }
  }

  private static List<Emitted> with(Emitted right, Object value) {
    return List.of(new Emitted(right.topic(), value));
  }
}
