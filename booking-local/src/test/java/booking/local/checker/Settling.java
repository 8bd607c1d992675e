package booking.local.checker;

import static java.util.stream.Collectors.toMap;

import booking.local.checker.invariant.Standstill;
import booking.local.checker.log.KafkaLog;
import booking.local.checker.log.TopicNames;
import booking.local.checker.table.JdbcTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Waiting until all that lies in the topics now is read, and all transactions of now have ended.
 */
final class Settling {

  private static final String WORKER = "booking-worker";
  private static final String TABLES = "tables";
  private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

  /** What the worker reads, its own topics included. */
  private static final List<String> WORKER_READS =
      Stream.concat(TopicNames.INPUTS.stream(), TopicNames.WITHIN.stream()).toList();

  private static final List<String> TABLES_FOLLOW =
      List.of(TopicNames.BOOKING_EVENTS, TopicNames.CATALOG_EVENTS, TopicNames.BOOKING_RESULTS);

  private final RunningSystem system;
  private final KafkaLog log;
  private final Admin admin;

  private Settling(RunningSystem system, KafkaLog log, Admin admin) {
    this.system = system;
    this.log = log;
    this.admin = admin;
  }

  /** Returns at rest or when the patience is over, with what is then still to be done. */
  static Standstill await(RunningSystem system, KafkaLog log, Duration patience)
      throws SQLException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", system.bootstrapServers()))) {
      return new Settling(system, log, admin).await(patience);
    } catch (ExecutionException | InterruptedException failed) {
      throw new IllegalStateException("Kafka does not say who has read what", failed);
    }
  }

  private Standstill await(Duration patience)
      throws SQLException, ExecutionException, InterruptedException {
    long from = System.nanoTime();
    Map<TopicPartition, Long> ticks = log.ends(List.of(TopicNames.TICKS));
    Set<String> openAtFirst = openTransactions();
    while (true) {
      Set<String> open = new HashSet<>(openAtFirst);
      open.retainAll(openTransactions());
      Map<String, Long> unread = unread(ticks);
      boolean resting = open.isEmpty() && unread.values().stream().allMatch(count -> count == 0);
      if (resting || System.nanoTime() - from > patience.toNanos()) {
        long known = admin.listTransactions().all().get().size();
        return new Standstill(unread, List.copyOf(open), known);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /**
   * What is not read of what lies there now; of the ticks, which never end, what lay there at
   * first.
   */
  private Map<String, Long> unread(Map<TopicPartition, Long> ticks)
      throws SQLException, ExecutionException, InterruptedException {
    Map<TopicPartition, Long> inputs = new HashMap<>(log.ends(WORKER_READS));
    inputs.putAll(ticks);
    Map<String, Long> unread = new TreeMap<>(unread(WORKER, readByWorker(inputs), inputs));
    Map<TopicPartition, Long> events = log.ends(TABLES_FOLLOW);
    unread.putAll(unread(TABLES, readByTables(events), events));
    return unread;
  }

  /**
   * Offsets have gaps where transactions ended, so records are counted and offsets are not
   * compared.
   */
  private Map<String, Long> unread(
      String reader, Map<TopicPartition, Long> read, Map<TopicPartition, Long> ends) {
    Map<String, Long> unread = new HashMap<>();
    read.forEach(
        (partition, next) -> {
          long end = ends.get(partition);
          long count = next < end ? log.countSome(partition, next, end) : 0;
          unread.put(reader + " at " + partition, count);
        });
    return unread;
  }

  private Map<TopicPartition, Long> readByWorker(Map<TopicPartition, Long> ends)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(WORKER).partitionsToOffsetAndMetadata().get();
    return ends.keySet().stream()
        .collect(
            toMap(
                partition -> partition,
                partition ->
                    committed.containsKey(partition) ? committed.get(partition).offset() : 0));
  }

  private Map<TopicPartition, Long> readByTables(Map<TopicPartition, Long> ends)
      throws SQLException {
    try (Connection connection = system.database().connect()) {
      JdbcTables tables = new JdbcTables(connection);
      return ends.keySet().stream()
          .collect(toMap(at -> at, at -> tables.followed(at.topic(), at.partition())));
    }
  }

  /** Each by its writer and the moment of its beginning: the writer's next one is another one. */
  private Set<String> openTransactions() throws ExecutionException, InterruptedException {
    Collection<TransactionListing> listed = admin.listTransactions().all().get();
    List<String> open =
        listed.stream()
            .filter(one -> one.state() == TransactionState.ONGOING)
            .map(TransactionListing::transactionalId)
            .toList();
    List<String> begun = new ArrayList<>();
    Map<String, TransactionDescription> described = admin.describeTransactions(open).all().get();
    described.forEach(
        (writer, transaction) ->
            transaction
                .transactionStartTimeMs()
                .ifPresent(since -> begun.add(writer + " since " + since)));
    return Set.copyOf(begun);
  }
}
