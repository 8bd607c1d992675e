package booking.worker.stream;

import booking.schemas.internal.LedgerEntry;
import booking.worker.slot.BookingNumber;
import booking.worker.slot.Refund;
import booking.worker.slot.SlotCommand;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Remembers every payment id for ever, so that a payment is spent once over all slots, and hands
 * what is new to the slot. A repeat ends here without a trace, unless an operator sent it again.
 */
final class PaymentLedger implements Processor<byte[], byte[], Object, Object> {

  private static final String ENTRIES = "payments";

  private final PaymentTranslation translation;
  private final Tally tally;
  private @Nullable Open open;

  /** What the ledger has once its task runs. */
  private record Open(
      KeyValueStore<String, LedgerEntry> entries,
      Outbox outbox,
      ProcessorContext<Object, Object> context) {}

  PaymentLedger(Wire wire, Tally tally) {
    this.translation = new PaymentTranslation(wire);
    this.tally = tally;
  }

  static StoreBuilder<?> builder() {
    return SlotStores.store(ENTRIES, Serdes.String(), LedgerEntry.class);
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    open =
        new Open(
            context.getStateStore(ENTRIES),
            new Outbox(context, BookingTopology.LEDGER, tally),
            context);
  }

  @Override
  public void process(Record<byte[], byte[]> in) {
    Open ledger = Objects.requireNonNull(open);
    Optional<Letter> forwarded = Letter.forwarded(in);
    Letter letter =
        forwarded.orElseGet(
            () -> Letter.received(in, ledger.context().recordMetadata().orElseThrow()));
    PaymentTranslation.Message message;
    try {
      message = translation.read(letter);
    } catch (SerializationException | UnusableException e) {
      ledger.outbox().deadLetter(letter, Outbox.reason(e));
      return;
    }
    enter(ledger, letter, message);
  }

  private static void enter(Open ledger, Letter letter, PaymentTranslation.Message message) {
    LedgerEntry entry =
        Optional.ofNullable(ledger.entries().get(message.paymentId()))
            .orElseGet(() -> new LedgerEntry(null, null));
    SlotCommand command = message.command();
    if (command instanceof SlotCommand.Pay pay) {
      LedgerEntry spent = new LedgerEntry(pay.bookingId(), entry.getFailedFor());
      once(ledger, letter, message, new Once(entry.getSucceededFor(), pay.bookingId(), spent));
    } else if (command instanceof SlotCommand.FailPayment fail) {
      LedgerEntry failed = new LedgerEntry(entry.getSucceededFor(), fail.bookingId());
      once(ledger, letter, message, new Once(entry.getFailedFor(), fail.bookingId(), failed));
    } else if (command instanceof SlotCommand.SettleRefund settle) {
      settle(ledger, letter, entry, settle, message.paymentId());
    }
  }

  /** One use of a payment id: the booking known so far, the one named now, the entry after it. */
  private record Once(@Nullable Long known, long named, LedgerEntry after) {}

  private static void once(
      Open ledger, Letter letter, PaymentTranslation.Message message, Once once) {
    if (once.known() == null) {
      ledger.entries().put(message.paymentId(), once.after());
      String key = slotKey(once.named());
      ledger.outbox().forward(InternalTopics.SLOT_PAYMENTS, key, letter.asNew());
    } else if (once.known() != once.named()) {
      ledger.outbox().deadLetter(letter, "PAYMENT_REUSED: first seen for booking " + once.known());
    } else if (letter.again()) {
      // It may be known here alone: the slot met a fault of ours. To the slot, a repeat is nothing.
      ledger.outbox().forward(InternalTopics.SLOT_PAYMENTS, slotKey(once.named()), letter);
    }
  }

  private static void settle(
      Open ledger,
      Letter letter,
      LedgerEntry entry,
      SlotCommand.SettleRefund settle,
      String paymentId) {
    Long bookingId = entry.getSucceededFor();
    boolean ours =
        bookingId != null
            && bookingId == settle.bookingId()
            && settle.refundId().equals(Refund.idFor(paymentId));
    if (ours) {
      ledger.outbox().forward(InternalTopics.SLOT_PAYMENTS, slotKey(settle.bookingId()), letter);
    } else {
      ledger.outbox().deadLetter(letter, "UNKNOWN_REFUND");
    }
  }

  private static String slotKey(long bookingId) {
    return Long.toString(BookingNumber.timeslotId(bookingId));
  }
}
