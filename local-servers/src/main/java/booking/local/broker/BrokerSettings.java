package booking.local.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The settings that make a broker of one node quick to start, small, and kind to transactions. */
public final class BrokerSettings {

  static final String HOST = "127.0.0.1";

  static final int NODE = 1;

  static final String CONTROLLER = "CONTROLLER";

  private static final String MEBIBYTE = Integer.toString(1024 * 1024);

  private BrokerSettings() {}

  static Properties of(Path log, BrokerPorts ports) {
    Properties settings = new Properties();
    identity(settings, log, ports);
    settings.putAll(ofOneNode());
    return settings;
  }

  /** What is set wherever the node runs: all but who and where it is. */
  public static Map<String, String> ofOneNode() {
    Map<String, String> settings = new TreeMap<>();
    oneCopyOfEverything(settings);
    transactions(settings);
    small(settings);
    settings.put("auto.create.topics.enable", "false");
    // Longer than any holiday: a group that lost its offsets would read all from the start.
    settings.put("offsets.retention.minutes", "86400");
    settings.put("group.initial.rebalance.delay.ms", "0");
    // Fencing itself for being slow helps nobody when there is no other broker.
    settings.put("broker.session.timeout.ms", "60000");
    return Map.copyOf(settings);
  }

  /** Of a controller with no broker, on the same log; it is quick to miss the broker. */
  static Properties controllerOnly(Path log, int port) {
    Properties settings = new Properties();
    settings.put("process.roles", "controller");
    controller(settings, log, port);
    settings.put("listeners", CONTROLLER + "://" + HOST + ":" + port);
    settings.put("listener.security.protocol.map", CONTROLLER + ":PLAINTEXT");
    settings.put("broker.session.timeout.ms", "500");
    settings.put("broker.heartbeat.interval.ms", "100");
    return settings;
  }

  private static void controller(Properties settings, Path log, int port) {
    settings.put("node.id", Integer.toString(NODE));
    settings.put("controller.quorum.voters", NODE + "@" + HOST + ":" + port);
    settings.put("controller.listener.names", CONTROLLER);
    settings.put("log.dirs", log.toString());
  }

  private static void identity(Properties settings, Path log, BrokerPorts ports) {
    settings.put("process.roles", "broker,controller");
    controller(settings, log, ports.controller());
    settings.put(
        "listeners",
        "CLIENTS://%1$s:%2$d,CONTROLLER://%1$s:%3$d"
            .formatted(HOST, ports.clients(), ports.controller()));
    settings.put("advertised.listeners", "CLIENTS://" + HOST + ":" + ports.clients());
    settings.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("inter.broker.listener.name", "CLIENTS");
  }

  private static void oneCopyOfEverything(Map<String, String> settings) {
    settings.put("default.replication.factor", "1");
    settings.put("min.insync.replicas", "1");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.state.log.num.partitions", "4");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
  }

  private static void transactions(Map<String, String> settings) {
    // A transaction that nobody ends blocks readers; look for such every second, not every ten.
    settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    settings.put("transaction.max.timeout.ms", "60000");
  }

  private static void small(Map<String, String> settings) {
    settings.put("log.segment.bytes", Integer.toString(64 * 1024 * 1024));
    // Indexes are allocated at full size for each partition's active segment.
    settings.put("log.index.size.max.bytes", MEBIBYTE);
    // The default takes 128 MiB of heap.
    settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 * 1024 * 1024));
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
    settings.put("background.threads", "2");
    settings.put("num.recovery.threads.per.data.dir", "2");
  }
}
