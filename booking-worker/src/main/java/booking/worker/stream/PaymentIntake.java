package booking.worker.stream;

import java.util.Objects;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what the payment service says and hands it to the ledger under the payment's id.
 * Whatever key and partition the sender's client chose, one payment meets one ledger.
 */
final class PaymentIntake implements Processor<byte[], byte[], Object, Object> {

  private final PaymentTranslation translation;
  private final Tally tally;
  private @Nullable Open open;

  /** What the intake has once its task runs. */
  private record Open(ProcessorContext<Object, Object> context, Outbox outbox) {}

  PaymentIntake(Wire wire, Tally tally) {
    this.translation = new PaymentTranslation(wire);
    this.tally = tally;
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    open = new Open(context, new Outbox(context, BookingTopology.INTAKE, tally));
  }

  @Override
  public void process(Record<byte[], byte[]> in) {
    Open intake = Objects.requireNonNull(open);
    Letter letter = Letter.received(in, intake.context().recordMetadata().orElseThrow());
    String paymentId;
    try {
      paymentId = translation.read(letter).paymentId();
    } catch (SerializationException | UnusableException e) {
      intake.outbox().deadLetter(letter, Outbox.reason(e));
      return;
    }
    intake.outbox().forward(InternalTopics.PAYMENTS_BY_ID, paymentId, letter);
  }
}
