package booking.worker.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import booking.schemas.AvroDeserializer;
import booking.schemas.AvroSerializer;
import booking.schemas.SchemaRegistry;
import booking.schemas.Topics;
import booking.schemas.ValueFormat;
import booking.worker.stream.BookingTopology;
import booking.worker.stream.InternalTopics;
import booking.worker.stream.StreamsSettings;
import booking.worker.stream.Tally;
import booking.worker.stream.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/**
 * The whole topology on a driven clock, which can be stopped and started again from its changelogs
 * alone. A fault may stand between it and those who talk to it.
 */
final class DrivenWorker implements AutoCloseable {

  /** What the worker writes and others read; in the order in which judges read them. */
  private static final List<String> OUT =
      List.of(
          Topics.CATALOG_EVENTS.name(),
          Topics.BOOKING_EVENTS.name(),
          Topics.REFUND_REQUESTED.name(),
          Topics.BOOKING_NOTIFICATIONS.name(),
          Topics.BOOKING_RESULTS.name(),
          Topics.DEAD_LETTERS);

  /** What the worker writes and only itself reads, once it is forwarded. */
  private static final List<String> INNER =
      List.of(
          InternalTopics.SLOT_COMMANDS,
          InternalTopics.PAYMENTS_BY_ID,
          InternalTopics.SLOT_PAYMENTS);

  private static final String APPLICATION = "booking-worker";

  /** Until a worker has read what 500 worlds leave in its stores. */
  private static final int SECONDS_TO_READ = 100;

  private static final Map<String, String> LOCAL =
      Map.of(SchemaRegistry.URL, SchemaRegistry.LOCAL_URL);

  private final Fault fault;
  private final MessageTranslation translation = new MessageTranslation(LOCAL);
  private final AvroDeserializer<SpecificRecord> reader = new AvroDeserializer<>();
  private final Changelog changelog;
  private final List<Forwarded> lastForwarded = new ArrayList<>();
  private Instant clock;
  private Running running;
  private boolean justStarted;

  /** A record that one part of the worker wrote for another. */
  private record Forwarded(String topic, TestRecord<byte[], byte[]> record) {}

  /** A started topology and its doors. */
  private record Running(
      TopologyTestDriver driver,
      Path stateDir,
      Map<String, TestInputTopic<String, byte[]>> in,
      Map<String, TestOutputTopic<byte[], byte[]>> out,
      Map<String, Integer> delivered) {}

  DrivenWorker(Instant start, Fault fault) {
    this.fault = fault;
    this.clock = start;
    this.changelog = new Changelog(APPLICATION, fault::keeps);
    reader.configure(LOCAL, false);
    running = start();
  }

  private Running start() {
    ValueFormat.Classes classes =
        new ValueFormat.Classes(AvroSerializer.class.getName(), AvroDeserializer.class.getName());
    Path stateDir = freshDirectory();
    Properties settings = settings(stateDir);
    changelog.restoreInto(
        stateDir.resolve(APPLICATION).resolve(Changelog.TASK.toString()).toFile(), settings);
    TopologyTestDriver driver =
        new TopologyTestDriver(
            new BookingTopology(
                    new Wire(new ValueFormat(classes, LOCAL)),
                    fault.rules(House.rules()),
                    new Uncounted())
                .build(),
            settings,
            clock);
    changelog.follow(driver);
    Map<String, TestInputTopic<String, byte[]>> in = new HashMap<>();
    Topics.ALL.forEach(
        topic ->
            in.put(
                topic.name(),
                driver.createInputTopic(
                    topic.name(), new StringSerializer(), new ByteArraySerializer())));
    Map<String, TestOutputTopic<byte[], byte[]>> out = new LinkedHashMap<>();
    OUT.forEach(
        topic ->
            out.put(
                topic,
                driver.createOutputTopic(
                    topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())));
    return new Running(driver, stateDir, in, out, new HashMap<>());
  }

  private static Properties settings(Path stateDir) {
    return new StreamsSettings(
            Map.of("bootstrap.servers", "nobody:1"),
            "simulated",
            stateDir.toString(),
            1,
            1,
            Duration.ofMillis(100),
            1,
            0)
        .toProperties();
  }

  /** The clock that ticks show. */
  Instant clock() {
    return clock;
  }

  /** The last values that the stores wrote. */
  Changelog changelog() {
    return changelog;
  }

  /** Where the next record of this topic will lie, as a dead letter would name it. */
  String nextPlace(String topic) {
    return topic + "@" + running.delivered().getOrDefault(topic, 0);
  }

  /** Delivers a message as appended at that time, and returns all that it made. */
  List<Emitted> deliver(Message sent, Instant sentAt) {
    Message message = fault.in(sent);
    Instant at = fault.at(sent, sentAt);
    running.delivered().merge(message.topic(), 1, Integer::sum);
    running
        .in()
        .get(message.topic())
        .pipeInput(MessageTranslation.key(message), translation.value(message, at), at);
    return emitted();
  }

  /** Has the worker read once more what its last message had it write to itself. */
  List<Emitted> readInnerRecordsAgain() {
    for (Forwarded forwarded : List.copyOf(lastForwarded)) {
      running
          .driver()
          .createInputTopic(forwarded.topic(), new ByteArraySerializer(), new ByteArraySerializer())
          .pipeInput(forwarded.record());
    }
    return emitted();
  }

  /**
   * Lets time go by, with one tick at its end, and returns all that it made. A worker that has just
   * started comes to read all of its stores meanwhile.
   */
  List<Emitted> tick(Instant now) {
    if (fault.ticks()) {
      if (justStarted) {
        readStores();
        justStarted = false;
      }
      running.driver().advanceWallClockTime(Duration.between(clock, now));
    }
    clock = now;
    return emitted();
  }

  /** By ticks that show no time: they find nothing due that the last one did not find. */
  private void readStores() {
    TestInputTopic<String, byte[]> ticks =
        running
            .driver()
            .createInputTopic(
                InternalTopics.SLOT_TICKS, new StringSerializer(), new ByteArraySerializer());
    for (int second = 0; second < SECONDS_TO_READ; second++) {
      ticks.pipeInput("tick", new byte[0], clock);
    }
  }

  /** Stops, loses everything but the changelogs, and starts again from them. */
  void restart() {
    close();
    // A driver counts offsets from 0 again: what was read of the old topics means nothing to it.
    changelog.lose("read-positions");
    running = start();
    justStarted = true;
  }

  private List<Emitted> emitted() {
    changelog.readFrom(running.driver());
    lastForwarded.clear();
    for (String topic : INNER) {
      running
          .driver()
          .createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
          .readRecordsToList()
          .forEach(record -> lastForwarded.add(new Forwarded(topic, record)));
    }
    List<Emitted> all = new ArrayList<>();
    running
        .out()
        .forEach(
            (topic, from) -> {
              while (!from.isEmpty()) {
                all.addAll(fault.out(emitted(topic, from.readRecord())));
              }
            });
    return all;
  }

  private Emitted emitted(String topic, TestRecord<byte[], byte[]> record) {
    if (!topic.equals(Topics.DEAD_LETTERS)) {
      return new Emitted(topic, reader.deserialize(topic, record.value()));
    }
    Map<String, String> headers = new HashMap<>();
    record
        .headers()
        .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
    return new Emitted(topic, new Emitted.DeadLetter(headers));
  }

  private static Path freshDirectory() {
    try {
      return Files.createTempDirectory("simulation");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    running.driver().close();
    try (Stream<Path> left = Files.walk(running.stateDir())) {
      left.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts nothing. */
  private static final class Uncounted implements Tally {
    @Override
    public void answered(String word) {}

    @Override
    public void deadLetter(String topic) {}

    @Override
    public void event(String kind) {}

    @Override
    public void fault() {
      throw new AssertionError("a fault of the program, see the log");
    }
  }
}
