package booking.local.sandbox;

import booking.schemas.AvroSerializer;
import booking.schemas.PaymentSucceeded;
import booking.schemas.RefundSettled;
import booking.schemas.SchemaRegistry;
import booking.schemas.Topics;
import io.dropwizard.lifecycle.Managed;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/** What the payment service says, on its topics: returns when Kafka has it. */
public final class PaymentTopics implements Managed {

  private final KafkaProducer<String, SpecificRecord> producer;

  /** A payment service that talks to these servers. */
  public PaymentTopics(String bootstrapServers, SchemaRegistry registry) {
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "client.id", "sandbox-payments",
                "linger.ms", "0",
                "max.block.ms", "5000",
                "request.timeout.ms", "3000",
                "delivery.timeout.ms", "5000"),
            new StringSerializer(),
            new AvroSerializer<>(registry));
  }

  /**
   * A customer paid.
   *
   * @throws KafkaException when Kafka cannot be reached
   */
  public void succeeded(PaymentSucceeded payment) {
    send(Topics.PAYMENT_SUCCEEDED.name(), payment.getPaymentId(), payment);
  }

  /**
   * A refund ended.
   *
   * @throws KafkaException when Kafka cannot be reached
   */
  public void settled(RefundSettled settlement) {
    send(Topics.REFUND_SETTLED.name(), settlement.getRefundId(), settlement);
  }

  @Override
  public void stop() {
    producer.close();
  }

  private void send(String topic, String key, SpecificRecord value) {
    try {
      producer.send(new ProducerRecord<>(topic, key, value)).get();
    } catch (ExecutionException refused) {
      throw new KafkaException(topic + " did not take the record", refused.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new KafkaException(stopped);
    }
  }
}
