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

  private static final String HOST = "127.0.0.1";
  private static final int INSIDE = 9092;

  static KafkaInContainer start(int port) {
    KafkaContainer container =
        new OnLoopback(ComposeImage.named("apache/kafka"))
            .withEnv(environment())
            .withEnv("KAFKA_HEAP_OPTS", "-Xms256m -Xmx512m")
            .withStartupTimeout(ContainerServers.PATIENCE);
    container.setPortBindings(List.of("%s:%d:%d".formatted(HOST, port, INSIDE)));
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

  /**
   * One that is told to clients as what its port is bound to. Testcontainers guesses it, and
   * guesses wrong where the tests themselves run in a container.
   */
  private static final class OnLoopback extends KafkaContainer {

    OnLoopback(String image) {
      super(image);
    }

    @Override
    public String getHost() {
      return HOST;
    }
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
