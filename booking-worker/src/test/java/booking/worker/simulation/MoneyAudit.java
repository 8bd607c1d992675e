package booking.worker.simulation;

import static booking.worker.simulation.Audit.require;
import static booking.worker.simulation.Seen.cents;

import booking.schemas.BookingEvent;
import booking.schemas.BookingSnapshot;
import booking.schemas.CancelReason;
import booking.schemas.PaymentStatus;
import booking.schemas.Refund;
import booking.schemas.RefundRequested;
import booking.schemas.RefundTier;
import booking.schemas.fact.BookingCancelled;
import booking.schemas.fact.BookingConfirmed;
import booking.schemas.fact.PaymentRefunded;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Keeps one account for each payment id: received = kept + refunded, all of it, once (I3, I12). */
final class MoneyAudit implements Audit {

  private final Map<String, Account> accounts = new HashMap<>();

  /** What became of one payment. */
  private static final class Account {
    final Message.Pay received;
    boolean kept;
    boolean refunded;

    Account(Message.Pay received) {
      this.received = received;
    }
  }

  @Override
  public void read(Step step) {
    step.asked(Message.Pay.class).filter(pay -> pay.cents() > 0).forEach(pay -> receive(pay, step));
    for (BookingEvent event : step.all(BookingEvent.class)) {
      read(step, event);
    }
    for (RefundRequested refund : step.all(RefundRequested.class)) {
      pay(step, refund);
    }
    step.asked(Message.Pay.class)
        .filter(pay -> pay.cents() > 0)
        .map(pay -> accounts.get(pay.paymentId()))
        .forEach(
            account -> require(account.kept || account.refunded, "I3", "lost", account.received));
  }

  private void receive(Message.Pay pay, Step step) {
    Account known = accounts.putIfAbsent(pay.paymentId(), new Account(pay));
    if (known != null) {
      boolean reused = known.received.booking() != pay.booking();
      int letters = step.all(Emitted.DeadLetter.class).size();
      require(letters == (reused ? 1 : 0), "I12", step);
      require(step.emitted().size() == letters, "I3", "a repeat did something", step);
    }
  }

  private void read(Step step, BookingEvent event) {
    Object fact = event.getFact();
    if (fact instanceof BookingConfirmed confirmed && confirmed.getPayment() != null) {
      Account account = account(confirmed.getPayment().getPaymentId(), event);
      require(!account.kept && !account.refunded, "I3", event);
      require(account.received.booking() == event.getBookingAfter().getBookingId(), "I3", event);
      require(account.received.cents() == cents(confirmed.getPayment().getAmount()), "I3", event);
      account.kept = true;
    } else if (fact instanceof BookingCancelled cancelled) {
      cancelled(step, event, cancelled);
    } else if (fact instanceof PaymentRefunded returned) {
      requireRequested(step, returned.getRefund());
    }
  }

  private void cancelled(Step step, BookingEvent event, BookingCancelled cancelled) {
    BookingSnapshot booking = event.getBookingAfter();
    boolean paid = booking.getPaymentId() != null;
    long due = paid ? share(booking, cancelled.getReason(), event.getOccurredAt()) : 0;
    require(cents(booking.getRefundAmount()) == due, "I3", "cents due", due, event);
    require((cancelled.getRefund() != null) == due > 0, "I3", event);
    require((booking.getPaymentStatus() == PaymentStatus.REFUNDED) == due > 0, "I3", event);
    if (cancelled.getRefund() != null) {
      require(cents(cancelled.getRefund().getAmount()) == due, "I3", event);
      requireRequested(step, cancelled.getRefund());
    }
  }

  private static long share(BookingSnapshot booking, CancelReason reason, Instant at) {
    Duration left = Duration.between(at, booking.getStartsAt());
    int percent =
        reason == CancelReason.VENUE
            ? 100
            : booking.getRefundPolicy().stream()
                .filter(tier -> left.compareTo(Duration.ofHours(tier.getHoursBefore())) >= 0)
                .mapToInt(RefundTier::getPercent)
                .max()
                .orElse(0);
    return Math.round(cents(booking.getPrice()) * percent / 100.0);
  }

  private static void requireRequested(Step step, Refund refund) {
    long asked =
        step.all(RefundRequested.class).stream()
            .filter(request -> request.getRefundId().equals(refund.getRefundId()))
            .filter(request -> request.getAmount().equals(refund.getAmount()))
            .filter(request -> request.getReason().equals(refund.getReason()))
            .count();
    require(asked == 1, "I8", asked, "requests for", refund);
  }

  private void pay(Step step, RefundRequested refund) {
    Account account = account(refund.getPaymentId(), refund);
    require(!account.refunded, "I3", "refunded twice", refund);
    account.refunded = true;
    long amount = cents(refund.getAmount());
    require(account.received.currency().equals(refund.getCurrency()), "I3", refund);
    require(account.received.booking() == refund.getBookingId(), "I3", refund);
    require(
        account.kept ? amount <= account.received.cents() : amount == account.received.cents(),
        "I3",
        refund,
        "of",
        account.received);
    require(account.kept || step.asked(Message.Pay.class).findAny().isPresent(), "I3", refund);
  }

  private Account account(String paymentId, Object about) {
    Account account = accounts.get(paymentId);
    require(account != null, "I3", "money that never came", about);
    return account;
  }
}
