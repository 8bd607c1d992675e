package booking.worker.simulation;

import static booking.worker.simulation.Audit.require;

import booking.schemas.BookingEvent;
import booking.schemas.BookingNotification;
import booking.schemas.CancelReason;
import booking.schemas.CatalogEvent;
import booking.schemas.RefundRequested;
import booking.schemas.RefundStatus;
import booking.schemas.RequestResult;
import booking.schemas.fact.BookingCancelled;
import booking.schemas.fact.BookingConfirmed;
import booking.schemas.fact.BookingHeld;
import booking.schemas.fact.PaymentAttemptFailed;
import booking.schemas.fact.PaymentRefunded;
import booking.schemas.fact.RefundClosed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts what goes in and what comes out: one result per request (I2), all of a decision or nothing
 * of it (I8), nothing vanishes (I12).
 */
final class AnswerAudit implements Audit {

  private final Map<String, RequestResult> first = new HashMap<>();
  private final Map<String, Long> fingerprints = new HashMap<>();

  @Override
  public void read(Step step) {
    List<RequestResult> results = step.all(RequestResult.class);
    List<Emitted.DeadLetter> letters = step.all(Emitted.DeadLetter.class);
    boolean request = step.asked(Message.Request.class).findAny().isPresent();
    boolean garbage = step.asked(Message.Garbage.class).findAny().isPresent();
    require(results.size() == (request ? 1 : 0), "I2", step);
    require(letters.size() <= (request || step.isTick() ? 0 : 1), "I12", step);
    require(!garbage || letters.size() == 1 && step.emitted().size() == 1, "I12", step);
    String place = step.cause().map(Step.Cause::place).orElse("");
    letters.forEach(letter -> require(letter.origin().equals(place), "I12", step));
    step.asked(Message.Request.class).forEach(asked -> answer(asked, results.get(0), step));
    if (!request) {
      require(ownEvents(step) == 0, "I8", step);
    }
    requireTold(step);
    requireRefundsHaveTheirEvent(step);
  }

  private void answer(Message.Request asked, RequestResult result, Step step) {
    String id = asked.by().requestId();
    require(result.getRequestId().equals(id), "I2", result);
    RequestResult earlier = first.putIfAbsent(id, result);
    long fingerprint = asked.by().fingerprint();
    boolean same = fingerprints.merge(id, fingerprint, (one, other) -> one) == fingerprint;
    if (result.getRepeated()) {
      require(earlier != null && same && isSame(earlier, result), "I2", result);
    } else if (earlier != null) {
      boolean reused = "IDEMPOTENCY_KEY_REUSED".equals(result.getCode()) && !same;
      require(reused || isAlwaysSame(result), "I2", "decided twice", result);
      if (!reused) {
        first.put(id, result);
        fingerprints.put(id, fingerprint);
      }
    }
    boolean decided = result.getAccepted() && !result.getRepeated();
    require(decided || ownEvents(step) == 0, "I8", step);
    require(!decided || isTheirs(asked, result), "I13", "another's booking", result);
    require(!decided || Objects.equals(result.getVersion(), lastVersion(step)), "I8", step);
  }

  /** What is forgotten with its slot is decided anew, and cannot then be anything else. */
  private static boolean isAlwaysSame(RequestResult result) {
    String code = Objects.requireNonNullElse(result.getCode(), "");
    return code.endsWith("_NOT_FOUND") || code.equals("FORBIDDEN");
  }

  /** Customers touch their own bookings only. */
  private static boolean isTheirs(Message.Request asked, RequestResult result) {
    return asked.by().admin()
        || result.getBookingAfter() == null
        || result.getBookingAfter().getUserId() == asked.by().user();
  }

  private static boolean isSame(RequestResult one, RequestResult other) {
    return one.getAccepted() == other.getAccepted()
        && Objects.equals(one.getCode(), other.getCode())
        && Objects.equals(bookingId(one), bookingId(other));
  }

  private static Optional<Long> bookingId(RequestResult result) {
    return Optional.ofNullable(result.getBookingAfter()).map(after -> after.getBookingId());
  }

  private static long ownEvents(Step step) {
    return step.all(CatalogEvent.class).size()
        + step.all(BookingEvent.class).stream()
            .filter(event -> event.getRequestId() != null)
            .count();
  }

  private static @Nullable Long lastVersion(Step step) {
    List<CatalogEvent> catalog = step.all(CatalogEvent.class);
    return catalog.isEmpty()
        ? step.all(BookingEvent.class).stream()
            .filter(event -> event.getRequestId() != null)
            .map(BookingEvent::getVersion)
            .max(Long::compare)
            .orElse(null)
        : (Long) catalog.get(0).getVersion();
  }

  private static void requireTold(Step step) {
    List<String> due =
        step.all(BookingEvent.class).stream()
            .flatMap(event -> kind(event).map(kind -> id(event, kind)).stream())
            .sorted()
            .toList();
    List<String> told =
        step.all(BookingNotification.class).stream()
            .map(BookingNotification::getNotificationId)
            .sorted()
            .toList();
    require(due.equals(told), "I8", "to tell", due, "told", told);
  }

  private static String id(BookingEvent event, String kind) {
    return event.getBookingAfter().getBookingId() + "-" + kind + "-" + event.getVersion();
  }

  private static Optional<String> kind(BookingEvent event) {
    Object fact = event.getFact();
    if (fact instanceof BookingHeld) {
      return Optional.of("booking_held");
    } else if (fact instanceof BookingConfirmed) {
      return Optional.of("booking_confirmed");
    } else if (fact instanceof BookingCancelled cancelled) {
      boolean expired = cancelled.getReason() == CancelReason.HOLD_EXPIRED;
      return Optional.of(expired ? "hold_expired" : "booking_cancelled");
    } else if (fact instanceof PaymentRefunded) {
      return Optional.of("payment_refunded");
    } else if (fact instanceof PaymentAttemptFailed) {
      return Optional.of("payment_failed");
    } else if (fact instanceof RefundClosed closed) {
      boolean failed = closed.getRefund().getStatus() == RefundStatus.FAILED;
      return Optional.of(failed ? "refund_failed" : "refund_settled");
    }
    return Optional.empty();
  }

  private static void requireRefundsHaveTheirEvent(Step step) {
    for (RefundRequested refund : step.all(RefundRequested.class)) {
      boolean unknown = refund.getReason().equals("unknown_booking");
      int letters = step.all(Emitted.DeadLetter.class).size();
      long events =
          step.all(BookingEvent.class).stream()
              .filter(event -> refundId(event).filter(refund.getRefundId()::equals).isPresent())
              .count();
      require(unknown ? letters == 1 : events == 1, "I8", refund);
    }
  }

  /** The refund that this event asks for, if it asks for one. */
  private static Optional<String> refundId(BookingEvent event) {
    if (event.getFact() instanceof PaymentRefunded returned) {
      return Optional.of(returned.getRefund().getRefundId());
    }
    return event.getFact() instanceof BookingCancelled cancelled
        ? Optional.ofNullable(cancelled.getRefund()).map(refund -> refund.getRefundId())
        : Optional.empty();
  }
}
