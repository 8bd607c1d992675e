package booking.worker.readmodel;

import static java.util.stream.Collectors.toMap;

import booking.worker.operator.NotDoneException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Jdbi;

/**
 * The making of the read model anew: filled from the events beside the live tables and then put in
 * their place, while workers go on deciding and gateways go on reading. Until that last step, which
 * happens whole or not at all, the live tables are not touched; a killed rebuild is begun again.
 *
 * @param live the tables that gateways read
 * @param said hears, line by line, how far it is
 */
public record Rebuild(PostgresAddress live, EventSource events, Consumer<String> said) {

  /** Records that may be left to read while the live tables stand still. */
  private static final long LAST_STEP_MAX = 5_000;

  private static final int TRIES_MAX = 60;

  /**
   * Fills and swaps; takes as long as reading all events.
   *
   * @throws NotDoneException when nothing was changed; it says why and what to do
   */
  public void run() {
    try (EventLog log = events.open();
        ScratchSchema scratch = ScratchSchema.beside(live, "rebuild")) {
      // Where there is nothing at all, or less than this version wants, as at a worker's start.
      Migration.run(live);
      Jdbi tables = scratch.tables();
      Fold fold = new Fold(log, tables, said);
      said.accept("Folding all events into schema %s …".formatted(scratch.name()));
      fold.to(log.ends());
      said.accept("Folded " + fold.pace() + ".");
      keepExpired(log, tables);
      scratch.finish(said);
      Swap swap = new Swap(new SchemaTables(live.schema()), new SchemaTables(scratch.name()));
      swap(log, fold, tables, swap);
    } catch (RuntimeException failed) {
      throw Advice.of(failed);
    }
  }

  /** Answers that Kafka no longer has are nowhere but in the live tables. */
  private void keepExpired(EventLog log, Jdbi tables) {
    Optional<String> decided = log.expiry().missingBefore().map(RequestTable::decidedBefore);
    SchemaTables old = new SchemaTables(live.schema());
    String requests = RequestTable.TABLE.name();
    if (decided.isPresent() && tables.withHandle(old::present).contains(requests)) {
      String source = old.sql(requests) + " WHERE " + decided.get();
      int kept =
          tables.inTransaction(
              handle -> handle.execute(RequestTable.TABLE.copyMissingFrom(source)));
      said.accept(
          "Kept %,d requests from the live table whose answers Kafka no longer has."
              .formatted(kept));
    }
  }

  private void swap(EventLog log, Fold fold, Jdbi tables, Swap swap) {
    SchemaTables old = new SchemaTables(live.schema());
    Optional<Swap.Held> held = Optional.of(Swap.Held.TOO_FAR_BEHIND);
    for (int i = 0; i < TRIES_MAX && held.isPresent(); i++) {
      // Never less than the live tables show: who was told of a booking must go on seeing it.
      fold.to(furthest(log.ends(), tables.withHandle(old::progress)));
      held = swap.tryNow(tables, fold, LAST_STEP_MAX);
      held.ifPresent(why -> said.accept("  not swapped yet: " + why.reason() + ", trying again"));
    }
    held.ifPresent(
        why -> {
          throw new NotDoneException(
              "Not swapped: %s. Nothing was changed; repeat when there is less traffic."
                  .formatted(why.reason()));
        });
  }

  private static Map<TopicPartition, Long> furthest(
      Map<TopicPartition, Long> ends, Map<TopicPartition, Long> live) {
    return Stream.of(ends, live)
        .flatMap(offsets -> offsets.entrySet().stream())
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, Math::max));
  }
}
