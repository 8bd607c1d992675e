package booking.local.container;

import booking.local.broker.Broker;
import booking.local.broker.BrokerSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.testcontainers.kafka.KafkaContainer;

/** A Kafka broker of one node in a container, with the settings that the embedded one has. */
record KafkaInContainer(KafkaContainer container) implements Broker {

  private static final int INSIDE = 9092;

  static KafkaInContainer start(int port) {
    KafkaContainer container =
        new KafkaContainer(ComposeImage.named("apache/kafka"))
            .withEnv(environment())
            .withEnv("KAFKA_HEAP_OPTS", "-Xms256m -Xmx512m")
            .withStartupTimeout(ContainerServers.PATIENCE);
    container.setPortBindings(List.of("127.0.0.1:%d:%d".formatted(port, INSIDE)));
    container.start();
    return new KafkaInContainer(container);
  }

  @Override
  public String bootstrapServers() {
    return container.getBootstrapServers();
  }

  @Override
  public void close() {
    container.close();
  }

  /** The image makes {@code node.id} of {@code KAFKA_NODE_ID}. */
  private static Map<String, String> environment() {
    return BrokerSettings.ofOneNode().entrySet().stream()
        .collect(
            Collectors.toMap(
                setting -> "KAFKA_" + setting.getKey().toUpperCase(Locale.ROOT).replace('.', '_'),
                Map.Entry::getValue));
  }
}
