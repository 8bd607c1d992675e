package booking.local.faults.load;

import booking.local.faults.history.Call;
import booking.local.faults.history.Ending;
import booking.local.faults.history.History;
import booking.local.sandbox.PaymentTopics;
import booking.local.sandbox.RefundDesk;
import booking.local.sandbox.TopicFollower;
import booking.local.sandbox.TopicFollower.Following;
import booking.schemas.LocalSchemaRegistry;
import booking.schemas.PaymentSucceeded;
import booking.schemas.Topics;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;

/**
 * The payment service and the notification service: every payment is told until Kafka has it, each
 * refund is settled, each notification is read.
 */
final class Payments {

  private static final InstantSource CLOCK = Clock.systemUTC();
  private static final Duration AGAIN_AFTER = Duration.ofMillis(500);

  private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(4);
  private final PaymentTopics topics;
  private final TopicFollower refunds;
  private final TopicFollower notifications;
  private final History history;

  /**
   * A payment to be made.
   *
   * @param payer who pays, for the history
   * @param amount in EUR
   */
  record Payment(String id, long payer, long booking, BigDecimal amount) {}

  Payments(String bootstrapServers, History history) {
    this.history = history;
    // Who has yet to pay when all is over does not.
    threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    this.topics = new PaymentTopics(bootstrapServers, LocalSchemaRegistry.bundled());
    RefundDesk desk = new RefundDesk(topics, CLOCK);
    this.refunds =
        follower(bootstrapServers, "refunds", Topics.REFUND_REQUESTED.name(), desk::take);
    this.notifications =
        follower(
            bootstrapServers, "notifications", Topics.BOOKING_NOTIFICATIONS.name(), read -> {});
    refunds.start();
    notifications.start();
  }

  /** Tells of it after a while, and again until Kafka has it. */
  void pay(Payment payment, Duration after) {
    threads.schedule(() -> tell(payment), after.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Returns when all that was due is paid, and nobody listens any more. */
  void stop() throws InterruptedException {
    threads.shutdown();
    threads.awaitTermination(1, TimeUnit.MINUTES);
    refunds.stop();
    notifications.stop();
    topics.stop();
  }

  private void tell(Payment payment) {
    Instant started = CLOCK.instant();
    try {
      topics.succeeded(
          PaymentSucceeded.newBuilder()
              .setPaymentId(payment.id())
              .setBookingId(payment.booking())
              .setAmount(payment.amount())
              .setCurrency("EUR")
              .setPaidAt(started)
              .build());
      note(payment, started, Ending.OK);
    } catch (KafkaException unreachable) {
      note(payment, started, Ending.UNKNOWN);
      payAgain(payment);
    }
  }

  private void payAgain(Payment payment) {
    try {
      pay(payment, AGAIN_AFTER);
    } catch (RejectedExecutionException over) {
      // The history says that nobody knows whether this one came.
    }
  }

  private void note(Payment payment, Instant started, Ending ending) {
    history.add(
        new Call(
            payment.payer(),
            "pay",
            Optional.of(payment.id()),
            OptionalLong.of(payment.booking() / 100_000),
            started,
            CLOCK.instant(),
            ending,
            Optional.empty(),
            OptionalLong.of(payment.booking()),
            OptionalLong.empty()));
  }

  private static TopicFollower follower(
      String servers, String name, String topic, Consumer<SpecificRecord> taker) {
    return new TopicFollower(
        servers,
        LocalSchemaRegistry.bundled(),
        new Following(name, "load-" + name, true, List.of(topic)),
        taker);
  }
}
