package booking.worker.slot;

import static org.assertj.core.api.Assertions.assertThat;

import booking.worker.money.Money;
import booking.worker.slot.BookingState.Cancelled;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All money that came for a slot's bookings, payment by payment, counted apart from the slot. */
final class Purse {

  private final Map<String, Money> received = new HashMap<>();
  private final Map<String, Money> returnedUnknown = new HashMap<>();

  void received(Payment payment, Decision decision) {
    received.put(payment.paymentId(), payment.amount());
    if (decision.answer() instanceof Decision.Returned returned) {
      assertThat(returned.refund().reason()).isEqualTo(Refund.Reason.UNKNOWN_BOOKING);
      returnedUnknown.put(returned.refund().paymentId(), returned.refund().amount());
    }
  }

  /** For each payment: what came is kept by one booking, or went back, or some of both. */
  void assertNothingIsLostOrMade(List<Booking> bookings) {
    received.forEach(
        (paymentId, amount) -> {
          List<Booking> fundedByIt =
              bookings.stream().filter(booking -> isFundedBy(booking, paymentId)).toList();
          List<Money> back =
              bookings.stream()
                  .flatMap(booking -> booking.refund(Refund.idFor(paymentId)).stream())
                  .map(Refund::amount)
                  .toList();
          assertThat(fundedByIt).hasSizeLessThanOrEqualTo(1);
          assertThat(back).hasSizeLessThanOrEqualTo(1);
          long kept = fundedByIt.stream().mapToLong(Purse::kept).sum();
          long refunded = back.stream().mapToLong(Money::cents).sum();
          long unknown =
              Optional.ofNullable(returnedUnknown.get(paymentId)).map(Money::cents).orElse(0L);
          assertThat(kept).isNotNegative();
          assertThat(kept + refunded + unknown).as(paymentId).isEqualTo(amount.cents());
          assertThat(back).allMatch(money -> money.currency().equals(amount.currency()));
        });
  }

  private static boolean isFundedBy(Booking booking, String paymentId) {
    return booking.state().funding() instanceof Funding.Paid paid
        && paid.paymentId().equals(paymentId);
  }

  private static long kept(Booking booking) {
    long price = booking.promise().price().cents();
    return booking.state() instanceof Cancelled cancelled
        ? price - cancelled.refunded().cents()
        : price;
  }
}
