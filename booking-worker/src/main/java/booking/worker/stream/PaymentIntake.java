package booking.worker.stream;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Takes in what the payment service says and hands it to the ledger under the payment's id.
 * Whatever key and partition the sender's client chose, one payment meets one ledger.
 */
final class PaymentIntake implements Processor<byte[], byte[], Object, Object> {

  private final PaymentTranslation translation;
  private final Tally tally;
  private @org.jspecify.annotations.Nullable ProcessorContext<Object, Object> context;

  PaymentIntake(Wire wire, Tally tally) {
    this.translation = new PaymentTranslation(wire);
    this.tally = tally;
  }

  @Override
  public void init(ProcessorContext<Object, Object> initial) {
    context = initial;
  }

  @Override
  public void process(Record<byte[], byte[]> in) {
    ProcessorContext<Object, Object> known = java.util.Objects.requireNonNull(context);
    Outbox outbox = new Outbox(known, tally);
    Letter letter = Letter.received(in, known.recordMetadata().orElseThrow());
    try {
      outbox.forward(Sinks.PAYMENTS_BY_ID, translation.read(letter).paymentId(), letter);
    } catch (SerializationException | UnusableException e) {
      outbox.deadLetter(letter, Outbox.reason(e));
    }
  }
}
