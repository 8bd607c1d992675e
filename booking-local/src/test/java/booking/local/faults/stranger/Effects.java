package booking.local.faults.stranger;

import booking.schemas.BookingEvent;
import booking.schemas.RefundRequested;
import booking.schemas.Topics;
import booking.schemas.fact.BookingConfirmed;
import booking.schemas.fact.PaymentRefunded;
import booking.schemas.fact.RefundClosed;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that ever happened to bookings and money, by what caused it.
 *
 * @param times that each cause had its effect
 */
record Effects(Map<String, Long> times) {

  /** All that is in the log by now. */
  static Effects soFar(Stranger stranger) {
    Stream<String> events =
        stranger.since(stranger.start(Topics.BOOKING_EVENTS.name()), Topics.BOOKING_EVENTS).stream()
            .flatMap(Effects::causes);
    Stream<String> refunds =
        stranger
            .since(stranger.start(Topics.REFUND_REQUESTED.name()), Topics.REFUND_REQUESTED)
            .stream()
            .map(RefundRequested::getRefundId);
    return new Effects(
        Stream.concat(events, refunds)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
  }

  private static Stream<String> causes(BookingEvent event) {
    if (event.getFact() instanceof BookingConfirmed confirmed && confirmed.getPayment() != null) {
      return Stream.of("payment " + confirmed.getPayment().getPaymentId());
    } else if (event.getFact() instanceof PaymentRefunded refunded) {
      return Stream.of("payment " + refunded.getPayment().getPaymentId());
    } else if (event.getFact() instanceof RefundClosed closed) {
      return Stream.of("settled " + closed.getRefund().getRefundId());
    }
    return Stream.ofNullable(event.getRequestId()).map(id -> "request " + id);
  }

  int count() {
    return times.size();
  }

  /** Some of what had been done before and has been done more often now. */
  List<String> moreThan(Effects before) {
    return before.times().entrySet().stream()
        .filter(effect -> times.getOrDefault(effect.getKey(), 0L) > effect.getValue())
        .map(Map.Entry::getKey)
        .limit(5)
        .toList();
  }
}
