package booking.worker.stream;

import static booking.worker.stream.Bounds.check;

import booking.schemas.PaymentFailed;
import booking.schemas.PaymentSucceeded;
import booking.schemas.RefundSettled;
import booking.schemas.SettlementStatus;
import booking.schemas.Topics;
import booking.worker.money.Money;
import booking.worker.slot.Payment;
import booking.worker.slot.SlotCommand;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;

/** What the payment service says, out of Avro, held to the contract's bounds. */
final class PaymentTranslation {

  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final int AMOUNT_DIGITS = 12;
  // Ten times what the longest texts that are allowed can make.
  private static final int VALUE_BYTES_MAX = 64 * 1024;

  private final Wire wire;

  /** A message of the payment service, and the payment that it is about. */
  record Message(String paymentId, SlotCommand command) {}

  PaymentTranslation(Wire wire) {
    this.wire = wire;
  }

  /**
   * Reads a letter from the payment service.
   *
   * @throws org.apache.kafka.common.errors.SerializationException if it is not one whole record
   * @throws UnusableException if it breaks a bound
   */
  Message read(Letter letter) {
    byte[] value =
        letter.value().orElseThrow(() -> new UnusableException("the record has no value"));
    check(value.length <= VALUE_BYTES_MAX, "the record is longer than " + VALUE_BYTES_MAX);
    String topic = letter.origin().topic();
    SpecificRecord record;
    if (topic.equals(Topics.PAYMENT_SUCCEEDED.name())) {
      record = wire.read(Topics.PAYMENT_SUCCEEDED, value);
    } else if (topic.equals(Topics.PAYMENT_FAILED.name())) {
      record = wire.read(Topics.PAYMENT_FAILED, value);
    } else if (topic.equals(Topics.REFUND_SETTLED.name())) {
      record = wire.read(Topics.REFUND_SETTLED, value);
    } else {
      throw new UnusableException("nothing about payments comes from " + topic);
    }
    return message(record);
  }

  private static Message message(SpecificRecord record) {
    if (record instanceof PaymentSucceeded paid) {
      return succeeded(paid);
    } else if (record instanceof PaymentFailed failed) {
      Bounds.text("paymentId", failed.getPaymentId(), Bounds.ID_LENGTH);
      Bounds.longest("reason", failed.getReason(), Bounds.SENTENCE_LENGTH);
      return new Message(
          failed.getPaymentId(),
          new SlotCommand.FailPayment(
              failed.getBookingId(), failed.getPaymentId(), failed.getReason()));
    } else if (record instanceof RefundSettled settled) {
      return settled(settled);
    }
    throw new IllegalStateException("Not about payments: " + record.getClass());
  }

  private static Message succeeded(PaymentSucceeded paid) {
    Bounds.text("paymentId", paid.getPaymentId(), Bounds.ID_LENGTH);
    check(CURRENCY.matcher(paid.getCurrency()).matches(), "currency is not ISO 4217");
    // Precision and scale are promises of the schema that not every deserializer holds others to.
    check(
        paid.getAmount().precision() <= AMOUNT_DIGITS && paid.getAmount().scale() <= 2,
        "amount has more than 12 digits");
    check(paid.getAmount().signum() > 0, "AMOUNT_NOT_POSITIVE");
    Payment payment =
        new Payment(
            paid.getPaymentId(), Money.of(paid.getAmount(), paid.getCurrency()), paid.getPaidAt());
    return new Message(paid.getPaymentId(), new SlotCommand.Pay(paid.getBookingId(), payment));
  }

  private static Message settled(RefundSettled settled) {
    Bounds.text("paymentId", settled.getPaymentId(), Bounds.ID_LENGTH);
    Bounds.text("refundId", settled.getRefundId(), Bounds.ID_LENGTH + Bounds.ID_LENGTH);
    Bounds.longest("detail", settled.getDetail(), Bounds.SENTENCE_LENGTH);
    check(settled.getStatus() != SettlementStatus.UNKNOWN, "the status is unknown");
    return new Message(
        settled.getPaymentId(),
        new SlotCommand.SettleRefund(
            settled.getBookingId(),
            settled.getRefundId(),
            settled.getStatus() == SettlementStatus.SUCCEEDED,
            Optional.ofNullable(settled.getDetail()).orElse("")));
  }
}
