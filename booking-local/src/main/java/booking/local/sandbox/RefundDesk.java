package booking.local.sandbox;

import booking.schemas.RefundRequested;
import booking.schemas.RefundSettled;
import booking.schemas.SettlementStatus;
import java.time.InstantSource;
import org.apache.avro.specific.SpecificRecord;

/** Who sends money back: every refund that is asked for succeeds at once. */
public record RefundDesk(PaymentTopics topics, InstantSource clock) {

  /** Settles what asks for money back; anything else is none of its business. */
  public void take(SpecificRecord asked) {
    if (asked instanceof RefundRequested request) {
      topics.settled(
          RefundSettled.newBuilder()
              .setRefundId(request.getRefundId())
              .setPaymentId(request.getPaymentId())
              .setBookingId(request.getBookingId())
              .setStatus(SettlementStatus.SUCCEEDED)
              .setSettledAt(clock.instant())
              .build());
    }
  }
}
