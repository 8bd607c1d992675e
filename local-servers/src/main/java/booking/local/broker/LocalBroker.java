package booking.local.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka broker of one node (KRaft, broker and controller in one) in this JVM, on loopback.
 *
 * <p>What it stores stays in its directory, so that the next start finds it. One copy of
 * everything: a lost disk is a lost log.
 */
public final class LocalBroker implements Broker {

  private final KafkaRaftServer server;
  private final int port;

  private LocalBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts the broker and returns when it serves clients.
   *
   * @param directory its own; made if it is not there
   * @throws IOException when the directory cannot be written
   */
  public static LocalBroker start(Path directory, BrokerPorts ports) throws IOException {
    return start(directory, ports, Map.of());
  }

  /**
   * The same with settings of Kafka's over ours, e.g. a listener more.
   *
   * @throws IOException when the directory cannot be written
   */
  public static LocalBroker start(Path directory, BrokerPorts ports, Map<String, String> more)
      throws IOException {
    Path log = Files.createDirectories(directory).toAbsolutePath().resolve("log");
    Properties settings = BrokerSettings.of(log, ports);
    settings.putAll(more);
    if (!Files.exists(log.resolve("meta.properties"))) {
      format(log);
    } else if (Fencing.isNeeded(log)) {
      Fencing.run(log, ports.controller());
    }
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    try {
      server.startup();
    } catch (RuntimeException failed) {
      server.shutdown();
      throw failed;
    }
    return new LocalBroker(server, ports.clients());
  }

  @Override
  public String bootstrapServers() {
    return BrokerSettings.HOST + ":" + port;
  }

  /** Stops cleanly: every log is flushed and closed when this returns. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  /** What Kafka's storage tool does; the tool itself cannot share a class path with Dropwizard. */
  private static void format(Path log) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try {
      new Formatter()
          .setPrintStream(new PrintStream(said, true, StandardCharsets.UTF_8))
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(BrokerSettings.NODE)
          .setControllerListenerName(BrokerSettings.CONTROLLER)
          .addDirectory(log.toString())
          .setMetadataLogDirectory(log.toString())
          .run();
    } catch (Exception failed) {
      throw new IOException(
          "Kafka cannot prepare " + log + ": " + said.toString(StandardCharsets.UTF_8), failed);
    }
  }
}
