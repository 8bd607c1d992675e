package booking.local.checker.invariant;

import static booking.local.checker.log.TopicNames.PAYMENT_SUCCEEDED;
import static booking.local.checker.log.TopicNames.REFUND_REQUESTED;

import booking.local.checker.log.Fields;
import booking.local.checker.log.LogRecord;
import booking.local.checker.log.Place;
import booking.local.checker.report.Finding;
import booking.local.checker.report.Harm;
import booking.local.checker.report.Notes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** I3: of each payment, what was received is what a booking keeps and what went back. */
public final class Money implements Invariant {

  private final Notes notes = new Notes("I3", "received = kept + refunded");
  private final Map<String, List<Receipt>> receipts = new HashMap<>();
  private final Map<String, String> paymentOfRefund = new HashMap<>();
  private final Map<String, Long> refunded = new HashMap<>();
  private final Map<String, Long> difference = new TreeMap<>();

  /** Money that came, in minor units. */
  private record Receipt(long cents, String currency, Place place) {}

  @Override
  public void see(LogRecord record, Past past) {
    if (record.topic().equals(PAYMENT_SUCCEEDED)) {
      receive(record, past);
    } else if (record.topic().equals(REFUND_REQUESTED)) {
      giveBack(record);
    }
  }

  /** What was put aside came all the same, if it came for nobody. */
  private void receive(LogRecord record, Past past) {
    boolean ours =
        past.whyPutAside(record.place()).map(why -> why.equals("UNKNOWN_BOOKING")).orElse(true);
    if (record.value().isEmpty() || !ours) {
      return;
    }
    notes.looked("payments");
    Fields paid = record.said();
    Receipt receipt = new Receipt(paid.cents("amount"), paid.word("currency"), record.place());
    receipts.merge(
        paid.text("paymentId"),
        List.of(receipt),
        (known, more) -> Stream.concat(known.stream(), more.stream()).toList());
  }

  private void giveBack(LogRecord record) {
    notes.looked("refunds");
    Fields refund = record.said();
    String paymentId = refund.text("paymentId");
    String refundId = refund.text("refundId");
    if (paymentOfRefund.putIfAbsent(refundId, paymentId) != null) {
      notes.violated(Harm.TWICE, record.place(), "%s was requested before", refundId);
    } else if (refunded.containsKey(paymentId)) {
      notes.violated(Harm.TWICE, record.place(), "%s has another refund already", paymentId);
    }
    refunded.merge(paymentId, refund.cents("amount"), Long::sum);
    List<Receipt> came = receipts.getOrDefault(paymentId, List.of());
    if (came.isEmpty()) {
      notes.violated(Harm.MONEY, record.place(), "%s never came", paymentId);
      difference.merge(refund.word("currency"), -refund.cents("amount"), Long::sum);
      return;
    }
    boolean possible =
        came.stream()
            .anyMatch(
                receipt ->
                    refund.cents("amount") > 0
                        && refunded.get(paymentId) <= receipt.cents()
                        && refund.text("currency").equals(receipt.currency()));
    if (!possible) {
      notes.violated(Harm.MONEY, record.place(), "%s of %s", refund, came);
    }
  }

  @Override
  public void conclude(Evidence evidence, Past past) {
    Map<String, Long> kept = new HashMap<>();
    for (BookingThen booking : past.bookings()) {
      booking.paymentId().ifPresent(paymentId -> keep(kept, booking, paymentId));
    }
    receipts.forEach((paymentId, came) -> balance(paymentId, came, kept));
  }

  private void keep(Map<String, Long> kept, BookingThen booking, String paymentId) {
    notes.looked("bookings paid");
    long own = booking.price() - booking.back();
    if (kept.put(paymentId, own) != null) {
      notes.violated(Harm.TWICE, "booking " + booking.bookingId(), "%s is spent", paymentId);
    }
    if (!receipts.containsKey(paymentId)) {
      notes.violated(Harm.MONEY, "booking " + booking.bookingId(), "%s never came", paymentId);
      difference.merge(booking.currency(), -own, Long::sum);
    }
  }

  /** Of records with one id the one that came first counts; which that was, its effect tells. */
  private void balance(String paymentId, List<Receipt> came, Map<String, Long> kept) {
    long own = kept.getOrDefault(paymentId, 0L);
    long back = refunded.getOrDefault(paymentId, 0L);
    Receipt receipt =
        came.stream().filter(one -> one.cents() == own + back).findFirst().orElse(came.get(0));
    long missing = receipt.cents() - own - back;
    difference.merge(receipt.currency(), missing, Long::sum);
    if (missing != 0) {
      notes.violated(
          Harm.MONEY,
          receipt.place(),
          "%s: received %d, kept %d, refunded %d",
          paymentId,
          receipt.cents(),
          own,
          back);
    }
  }

  /** What is missing per currency, in minor units; known when all was seen. */
  public Map<String, Long> difference() {
    return difference;
  }

  @Override
  public Finding finding() {
    return notes.finding();
  }
}
