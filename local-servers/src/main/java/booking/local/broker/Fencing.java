package booking.local.broker;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.metadata.BrokerRegistration;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * What a broker that was killed needs before it may start again: the controller, alone, notes that
 * it is gone.
 *
 * <p>Without it, the new process finds itself noted as the living leader of every partition, takes
 * up the transactions that the kill cut short, and loses leadership for a moment when it registers.
 * Kafka 4.3.1 takes a partition without a leader for a deleted one ({@code
 * KRaftMetadataCache.getPartitionLeaderEndpoint}) and drops the marker that would end the
 * transaction there. Such a partition can never again be read to its end under read_committed, and
 * no store be restored from it. Seen in each of four kills, in none of them with this.
 */
final class Fencing {

  private static final Logger LOG = LoggerFactory.getLogger(Fencing.class);
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private Fencing() {}

  /** Whether the broker of this log was not stopped cleanly. */
  static boolean isNeeded(Path log) {
    // The second file is written at the end of a clean stop, and removed at the next start.
    return Files.exists(log.resolve("meta.properties"))
        && !Files.exists(log.resolve(".kafka_cleanshutdown"));
  }

  /** Runs the controller alone until it has fenced the broker. */
  static void run(Path log, int port) {
    KafkaConfig config = new KafkaConfig(BrokerSettings.controllerOnly(log, port), false);
    Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> found =
        KafkaRaftServer.initializeLogDirs(config, LOG, "");
    SharedServer shared =
        new SharedServer(
            config,
            found._1(),
            Time.SYSTEM,
            Server.initializeMetrics(config, Time.SYSTEM, found._1().clusterId().orElseThrow()),
            CompletableFuture.completedFuture(
                Map.of(BrokerSettings.NODE, new InetSocketAddress(BrokerSettings.HOST, port))),
            List.of(),
            new StandardFaultHandlerFactory(),
            ServerSocketFactory.INSTANCE);
    ControllerServer controller =
        new ControllerServer(shared, KafkaRaftServer.configSchema(), found._2());
    try {
      controller.startup();
      awaitFenced(controller);
    } finally {
      controller.shutdown();
    }
  }

  private static void awaitFenced(ControllerServer controller) {
    long from = System.nanoTime();
    while (!isFenced(controller.metadataCache().currentImage())) {
      if (System.nanoTime() - from > PATIENCE_NANOS) {
        throw new IllegalStateException("The controller does not miss the killed broker");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** A broker that was killed before it ever registered needs no fencing. */
  private static boolean isFenced(MetadataImage known) {
    return !known.isEmpty()
        && known.cluster().brokers().values().stream().allMatch(BrokerRegistration::fenced);
  }
}
