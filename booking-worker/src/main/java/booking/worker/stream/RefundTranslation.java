package booking.worker.stream;

import booking.schemas.RefundRequested;
import booking.schemas.RefundStatus;
import booking.worker.money.Money;
import booking.worker.slot.Refund;
import java.util.Locale;
import java.util.Optional;

/** Refunds in and out of Avro. */
final class RefundTranslation {

  private RefundTranslation() {}

  static booking.schemas.Refund toAvro(Refund refund) {
    booking.schemas.Refund.Builder avro =
        booking.schemas.Refund.newBuilder()
            .setRefundId(refund.refundId())
            .setPaymentId(refund.paymentId())
            .setBookingId(refund.bookingId())
            .setAmount(refund.amount().toDecimal())
            .setCurrency(refund.amount().currency())
            .setReason(word(refund.reason()))
            .setStatus(RefundStatus.REQUESTED)
            .setRequestedAt(refund.requestedAt());
    if (refund.state() instanceof Refund.Settled settled) {
      avro.setStatus(settled.succeeded() ? RefundStatus.SUCCEEDED : RefundStatus.FAILED)
          .setSettledAt(settled.at())
          .setDetail(settled.detail());
    }
    return avro.build();
  }

  static Refund refund(booking.schemas.Refund avro) {
    return new Refund(
        avro.getPaymentId(),
        avro.getBookingId(),
        Money.of(avro.getAmount(), avro.getCurrency()),
        Refund.Reason.valueOf(avro.getReason().toUpperCase(Locale.ROOT)),
        avro.getRequestedAt(),
        state(avro));
  }

  static RefundRequested request(Refund refund) {
    return new RefundRequested(
        refund.refundId(),
        refund.paymentId(),
        refund.bookingId(),
        refund.amount().toDecimal(),
        refund.amount().currency(),
        word(refund.reason()),
        refund.requestedAt());
  }

  static String word(Refund.Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  private static Refund.State state(booking.schemas.Refund avro) {
    if (avro.getStatus() == RefundStatus.REQUESTED) {
      return new Refund.Requested();
    }
    boolean succeeded = avro.getStatus() == RefundStatus.SUCCEEDED;
    String detail = Optional.ofNullable(avro.getDetail()).orElse("");
    return new Refund.Settled(succeeded, detail, avro.getSettledAt());
  }
}
