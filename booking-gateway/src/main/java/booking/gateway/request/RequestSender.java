package booking.gateway.request;

import static booking.schemas.Topics.BOOKING_REQUESTS;
import static booking.schemas.Topics.CATALOG_KEY;
import static booking.schemas.Topics.CATALOG_REQUESTS;

import booking.gateway.problem.ProblemCode;
import booking.gateway.problem.ProblemException;
import booking.schemas.BookingRequest;
import booking.schemas.CatalogRequest;
import booking.schemas.SchemaRegistryUnavailableException;
import booking.schemas.ValueFormat;
import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts requests into envelopes and onto their topics. While Kafka does not take them, one goes out
 * to try now and then, and all others are refused at once. Safe for all threads.
 */
public final class RequestSender implements Managed {

  private static final Logger LOG = LoggerFactory.getLogger(RequestSender.class);
  private static final Duration CLOSE_WAIT = Duration.ofSeconds(2);
  private static final Duration TRY_AGAIN_AFTER = Duration.ofMillis(400);

  private final Producer<String, SpecificRecord> producer;
  private final int replyPartition;
  private final Circuit circuit = new Circuit(TRY_AGAIN_AFTER, System::nanoTime);
  private final AtomicBoolean failing = new AtomicBoolean();

  RequestSender(Producer<String, SpecificRecord> producer, int replyPartition) {
    this.producer = producer;
    this.replyPartition = replyPartition;
  }

  /** A sender to the cluster of the settings, which need not be up yet. */
  public static RequestSender to(KafkaSettings settings, ValueFormat format) {
    return new RequestSender(
        new KafkaProducer<>(settings.producer(), new StringSerializer(), format.serializer()),
        settings.replyPartition());
  }

  /**
   * @return completes when Kafka has the request for good; fails with KAFKA_UNAVAILABLE when nobody
   *     knows whether it does, or when it was not even tried
   */
  CompletableFuture<Void> send(Submission submission) {
    if (!circuit.mayTry()) {
      return CompletableFuture.failedFuture(
          new ProblemException(
              ProblemCode.KAFKA_UNAVAILABLE, "Nothing was sent; try again in a moment."));
    }
    CompletableFuture<Void> sent = new CompletableFuture<>();
    try {
      producer.send(
          envelope(submission),
          (metadata, failure) -> {
            if (failure == null) {
              recovered();
              sent.complete(null);
            } else {
              sent.completeExceptionally(unavailable(failure));
            }
          });
    } catch (KafkaException | SchemaRegistryUnavailableException failure) {
      sent.completeExceptionally(unavailable(failure));
    }
    return sent;
  }

  private ProducerRecord<String, SpecificRecord> envelope(Submission submission) {
    if (submission.timeslotId().isEmpty()) {
      return new ProducerRecord<>(CATALOG_REQUESTS.name(), CATALOG_KEY, catalog(submission));
    }
    long timeslotId = submission.timeslotId().getAsLong();
    BookingRequest request =
        BookingRequest.newBuilder()
            .setRequestId(submission.requestId())
            .setFingerprint(submission.identity().fingerprint())
            .setReplyPartition(replyPartition)
            .setActor(submission.actor())
            .setTimeslotId(timeslotId)
            .setCommand(submission.command())
            .build();
    return new ProducerRecord<>(BOOKING_REQUESTS.name(), Long.toString(timeslotId), request);
  }

  private CatalogRequest catalog(Submission submission) {
    return CatalogRequest.newBuilder()
        .setRequestId(submission.requestId())
        .setFingerprint(submission.identity().fingerprint())
        .setReplyPartition(replyPartition)
        .setActor(submission.actor())
        .setCommand(submission.command())
        .build();
  }

  // One line when it begins and one when it ends: an outage is not a line per request.
  private ProblemException unavailable(Exception failure) {
    // What is wrong with one request says nothing about the next.
    if (failure instanceof TimeoutException
        || failure instanceof SchemaRegistryUnavailableException) {
      circuit.failed();
    }
    if (failing.compareAndSet(false, true)) {
      LOG.warn("kafka=unreachable cause={}", failure.toString());
    }
    return new ProblemException(
        ProblemCode.KAFKA_UNAVAILABLE,
        "It is not known whether the request was taken; send it again with the same"
            + " Idempotency-Key.",
        failure);
  }

  private void recovered() {
    circuit.succeeded();
    if (failing.get() && failing.compareAndSet(true, false)) {
      LOG.info("kafka=reachable");
    }
  }

  @Override
  public void stop() {
    producer.close(CLOSE_WAIT);
  }
}
