package booking.gateway.request;

import static java.util.Objects.requireNonNull;

import booking.schemas.ClientFile;
import booking.schemas.SchemaRegistry;
import booking.schemas.ValueFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * How to reach Kafka.
 *
 * @param schemaRegistryUrl in Confluent's sense; {@code local:} for ids fixed in the jar
 * @param autoRegisterSchemas whether the start registers what the registry lacks
 * @param serializer a Confluent-compatible class for values
 * @param deserializer its counterpart
 * @param replyPartition of booking-results; no other gateway that runs may have the same
 * @param blockTimeout how long a send waits for the cluster to be found
 * @param deliveryTimeout after which an unacknowledged request counts as not sent
 * @param positionWait how long the start waits for the results' partition to be found
 * @param clientFile of what else Kafka's clients need, TLS and SASL for example; empty for none
 */
public record KafkaSettings(
    @NotBlank String bootstrapServers,
    @NotBlank String schemaRegistryUrl,
    @JsonProperty(required = true) boolean autoRegisterSchemas,
    @NotBlank String serializer,
    @NotBlank String deserializer,
    @Min(0) int replyPartition,
    Duration blockTimeout,
    Duration deliveryTimeout,
    Duration positionWait,
    String clientFile) {

  private static final String MOST_REQUEST_BYTES = "65536";
  private static final String LINGER_MILLIS = "1";

  public KafkaSettings {
    requireNonNull(blockTimeout, "blockTimeout");
    requireNonNull(deliveryTimeout, "deliveryTimeout");
    requireNonNull(positionWait, "positionWait");
    requireNonNull(clientFile, "clientFile");
  }

  /**
   * How values are written and read.
   *
   * @throws booking.schemas.UnusableFormatException if a class is not there
   */
  public ValueFormat format() {
    return new ValueFormat(
        new ValueFormat.Classes(serializer, deserializer),
        Map.of(
            SchemaRegistry.URL,
            schemaRegistryUrl,
            SchemaRegistry.AUTO_REGISTER,
            autoRegisterSchemas,
            "specific.avro.reader",
            true,
            // Ours does so always; Confluent's would register another schema beside the
            // committed one.
            "avro.remove.java.properties",
            true));
  }

  Map<String, Object> producer() {
    Map<String, Object> settings = client();
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MOST_REQUEST_BYTES);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis(blockTimeout));
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(deliveryTimeout));
    // Two tries fit into the delivery timeout, with a little left for the linger.
    settings.put(
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        Long.toString(deliveryTimeout.toMilliseconds() * 2 / 5));
    return settings;
  }

  Map<String, Object> consumer() {
    Map<String, Object> settings = client();
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    return settings;
  }

  Map<String, Object> admin() {
    return client();
  }

  private Map<String, Object> client() {
    Map<String, Object> settings =
        new HashMap<>(
            ClientFile.over(
                Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                clientFile));
    // A broker that comes back is found within a second, not within the default's ten.
    settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, "500");
    return settings;
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMilliseconds());
  }
}
