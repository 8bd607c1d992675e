package booking.worker.stream;

import static booking.schemas.NotificationKind.BOOKING_CANCELLED;
import static booking.schemas.NotificationKind.BOOKING_COMPLETED;
import static booking.schemas.NotificationKind.BOOKING_CONFIRMED;
import static booking.schemas.NotificationKind.BOOKING_HELD;
import static booking.schemas.NotificationKind.HOLD_EXPIRED;
import static booking.schemas.NotificationKind.PAYMENT_FAILED;
import static booking.schemas.NotificationKind.PAYMENT_REFUNDED;
import static booking.schemas.NotificationKind.REFUND_FAILED;
import static booking.schemas.NotificationKind.REFUND_SETTLED;

import booking.schemas.BookingNotification;
import booking.schemas.BookingSnapshot;
import booking.schemas.NotificationKind;
import booking.worker.money.Money;
import booking.worker.slot.BookingState.Cancelled;
import booking.worker.slot.CancelReason;
import booking.worker.slot.Refund;
import booking.worker.slot.Slot;
import booking.worker.slot.SlotEvent;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** What customers are told about what happened. */
final class NotificationTranslation {

  private final boolean tellCompleted;

  /** The part of a notification that depends on its kind. */
  private record Message(NotificationKind kind, String reason, Optional<Money> refund) {

    static Message of(NotificationKind kind) {
      return new Message(kind, "", Optional.empty());
    }
  }

  NotificationTranslation(boolean tellCompleted) {
    this.tellCompleted = tellCompleted;
  }

  /** The notification of an event, if customers hear of it. */
  Optional<BookingNotification> of(Left left) {
    return left.event() instanceof SlotEvent.OfBooking ofBooking
        ? message(ofBooking).map(message -> notification(left, message))
        : Optional.empty();
  }

  private Optional<Message> message(SlotEvent.OfBooking event) {
    if (event instanceof SlotEvent.BookingHeld) {
      return Optional.of(Message.of(BOOKING_HELD));
    } else if (event instanceof SlotEvent.BookingPaid || event instanceof SlotEvent.BookingGiven) {
      return Optional.of(Message.of(BOOKING_CONFIRMED));
    } else if (event instanceof SlotEvent.HoldReleased released) {
      NotificationKind kind =
          released.reason() == CancelReason.HOLD_EXPIRED ? HOLD_EXPIRED : BOOKING_CANCELLED;
      return Optional.of(new Message(kind, word(released.reason()), Optional.empty()));
    } else if (event instanceof SlotEvent.BookingCancelled cancelled) {
      return Optional.of(
          new Message(BOOKING_CANCELLED, word(cancelled.reason()), refunded(cancelled)));
    } else if (event instanceof SlotEvent.BookingCompleted) {
      return tellCompleted ? Optional.of(Message.of(BOOKING_COMPLETED)) : Optional.empty();
    }
    return aboutMoney(event);
  }

  private static Optional<Message> aboutMoney(SlotEvent.OfBooking event) {
    if (event instanceof SlotEvent.PaymentReturned returned) {
      Refund refund = returned.refund();
      String reason = RefundTranslation.word(refund.reason());
      return Optional.of(new Message(PAYMENT_REFUNDED, reason, Optional.of(refund.amount())));
    } else if (event instanceof SlotEvent.PaymentAttemptFailed failed) {
      return Optional.of(new Message(PAYMENT_FAILED, failed.reason(), Optional.empty()));
    } else if (event instanceof SlotEvent.RefundClosed closed) {
      return closed.refund().state() instanceof Refund.Settled settled
          ? Optional.of(
              new Message(
                  settled.succeeded() ? REFUND_SETTLED : REFUND_FAILED,
                  settled.detail(),
                  Optional.of(closed.refund().amount())))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<Money> refunded(SlotEvent.BookingCancelled event) {
    return event.after().state() instanceof Cancelled cancelled
        ? Optional.of(cancelled.refunded())
        : Optional.empty();
  }

  private static BookingNotification notification(Left left, Message message) {
    Slot slot = left.slot();
    BookingSnapshot after = left.bookingSnapshot().orElseThrow();
    ZoneId zone = slot.terms().room().timeZone();
    String kind = message.kind().name().toLowerCase(Locale.ROOT);
    return new BookingNotification(
        after.getBookingId() + "-" + kind + "-" + slot.version(),
        message.kind(),
        after.getUserId(),
        after.getBookingId(),
        after.getStatus(),
        after.getTimeslotId(),
        after.getRoomId(),
        slot.terms().room().name(),
        minutes(LocalDateTime.ofInstant(after.getStartsAt(), zone)),
        zone.getId(),
        after.getStartsAt(),
        after.getEndsAt(),
        after.getPrice(),
        after.getCurrency(),
        after.getHoldExpiresAt(),
        message.refund().map(Money::toDecimal).orElse(null),
        message.refund().map(Money::currency).orElse(null),
        message.reason().isEmpty() ? null : message.reason(),
        left.event().at());
  }

  /** As ISO 8601 has it: 2027-03-05T09:00. */
  private static String minutes(LocalDateTime time) {
    return time.truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private static String word(CancelReason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }
}
