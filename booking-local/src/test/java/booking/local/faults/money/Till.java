package booking.local.faults.money;

import static java.nio.charset.StandardCharsets.UTF_8;

import booking.local.Answer;
import booking.local.faults.Soon;
import booking.local.faults.client.Guest;
import booking.local.faults.cluster.Cluster;
import booking.local.faults.stranger.Mark;
import booking.local.faults.stranger.Stranger;
import booking.schemas.BookingEvent;
import booking.schemas.PaymentSucceeded;
import booking.schemas.RefundRequested;
import booking.schemas.Topics;
import booking.schemas.fact.BookingConfirmed;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * A payment service that says what it is told to, and looks what becomes of the money: each payment
 * is kept by a booking, sent back, or put aside. Safe to share between threads.
 */
final class Till implements AutoCloseable {

  static final BigDecimal PRICE = new BigDecimal("10.00");

  private final Stranger stranger;
  private final Mark events;
  private final Mark refunds;
  private final Mark letters;
  private final Map<String, BigDecimal> taken = new ConcurrentHashMap<>();

  Till(Cluster cluster) {
    stranger = new Stranger(cluster.bootstrapServers());
    events = stranger.end(Topics.BOOKING_EVENTS.name());
    refunds = stranger.end(Topics.REFUND_REQUESTED.name());
    letters = stranger.end(Topics.DEAD_LETTERS);
  }

  Stranger stranger() {
    return stranger;
  }

  /** Takes the right amount for a booking. */
  void take(String id, long booking) {
    take(id, booking, PRICE, "EUR");
  }

  void take(String id, long booking, BigDecimal amount, String currency) {
    stranger.write(Topics.PAYMENT_SUCCEEDED, id, payment(id, booking, amount, currency));
    taken.put(id, amount);
  }

  /** Takes the right amount, at a time that Kafka believes for once. */
  void takeAt(String id, long booking, Instant at) {
    RecordMetadata sent =
        stranger.write(
            new ProducerRecord<>(
                Topics.PAYMENT_SUCCEEDED.name(),
                null,
                at.toEpochMilli(),
                id.getBytes(UTF_8),
                stranger.bytes(Topics.PAYMENT_SUCCEEDED, payment(id, booking, PRICE, "EUR"))));
    if (sent.timestamp() != at.toEpochMilli()) {
      throw new IllegalStateException("the broker's clock won: " + sent);
    }
    taken.put(id, PRICE);
  }

  static PaymentSucceeded payment(String id, long booking, BigDecimal amount, String currency) {
    return new PaymentSucceeded(id, booking, amount, currency, Clock.systemUTC().instant());
  }

  /** The payments that bookings keep. */
  Set<String> kept() {
    return stranger.since(events, Topics.BOOKING_EVENTS).stream()
        .map(BookingEvent::getFact)
        .filter(BookingConfirmed.class::isInstance)
        .map(BookingConfirmed.class::cast)
        .filter(confirmed -> confirmed.getPayment() != null)
        .map(confirmed -> confirmed.getPayment().getPaymentId())
        .filter(taken::containsKey)
        .collect(Collectors.toSet());
  }

  /** What was sent back, by payment, each with its reason; cancellations count as well. */
  Map<String, List<RefundRequested>> returned() {
    return stranger.since(refunds, Topics.REFUND_REQUESTED).stream()
        .filter(refund -> taken.containsKey(refund.getPaymentId()))
        .collect(Collectors.groupingBy(RefundRequested::getPaymentId));
  }

  /** How many payments went back for this reason. */
  long returned(String reason) {
    return returned().values().stream()
        .flatMap(List::stream)
        .filter(refund -> refund.getReason().equals(reason))
        .count();
  }

  /** The payments among the dead letters. */
  Set<String> aside() {
    return stranger.since(letters).stream()
        .flatMap(letter -> stranger.read(Topics.PAYMENT_SUCCEEDED, letter).stream())
        .map(PaymentSucceeded::getPaymentId)
        .filter(taken::containsKey)
        .collect(Collectors.toSet());
  }

  /** Waits until every payment is somewhere, and says which are not, or went back wrongly. */
  Set<String> lost() {
    Soon.isTrue(
        () -> {
          Set<String> seen = kept();
          seen.addAll(returned().keySet());
          seen.addAll(aside());
          return seen.containsAll(taken.keySet());
        });
    Set<String> kept = kept();
    Set<String> aside = aside();
    Map<String, List<RefundRequested>> returned = returned();
    return taken.keySet().stream()
        .filter(id -> !kept.contains(id) && !aside.contains(id) || returned.containsKey(id))
        .filter(id -> !isWhole(returned.getOrDefault(id, List.of()), taken.get(id)))
        .collect(Collectors.toSet());
  }

  /** One refund of all of it. */
  private static boolean isWhole(List<RefundRequested> refunds, BigDecimal amount) {
    return refunds.size() == 1 && refunds.get(0).getAmount().compareTo(amount) == 0;
  }

  /** A seat for this guest, as the answer told it. */
  static Answer seat(Guest guest, long slot) {
    Answer booked = guest.book(slot);
    if (booked.status() != 201) {
      throw new AssertionError("No seat in a slot of one's own: " + booked);
    }
    return booked;
  }

  @Override
  public void close() {
    stranger.close();
  }
}
