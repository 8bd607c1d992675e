package booking.local.checker.invariant;

import static java.util.stream.Collectors.groupingBy;

import booking.local.checker.history.Call;
import booking.local.checker.log.LogRecord;
import booking.local.checker.report.Finding;
import booking.local.checker.report.Notes;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** I10: a client that has seen a version of a booking never sees an older one afterwards. */
final class MonotoneReads implements Invariant {

  private final Notes notes = new Notes("I10", "nobody reads back in time");

  private record Seen(long user, long bookingId) {}

  @Override
  public void see(LogRecord record, Past past) {
    // Only the clients know what they read.
  }

  @Override
  public void conclude(Evidence evidence, Past past) {
    evidence.history().stream()
        .filter(call -> call.outcome() == Call.Outcome.OK)
        .filter(call -> call.bookingId().isPresent() && call.version().isPresent())
        .collect(groupingBy(call -> new Seen(call.user(), call.bookingId().getAsLong())))
        .values()
        .forEach(this::follow);
  }

  /** Calls that overlap may answer in any order; only one that began later must not be older. */
  private void follow(List<Call> calls) {
    Deque<Call> ended =
        new ArrayDeque<>(calls.stream().sorted(Comparator.comparing(Call::end)).toList());
    Optional<Call> newest = Optional.empty();
    for (Call call : calls.stream().sorted(Comparator.comparing(Call::start)).toList()) {
      while (!ended.isEmpty() && !ended.peek().end().isAfter(call.start())) {
        Call other = ended.poll();
        newest =
            newest.filter(known -> version(known) >= version(other)).or(() -> Optional.of(other));
      }
      notes.looked("answers");
      long seen = newest.map(MonotoneReads::version).orElse(0L);
      notes.require(version(call) >= seen, call.id(), "%s, after %s", call, newest);
    }
  }

  private static long version(Call call) {
    return call.version().getAsLong();
  }

  @Override
  public Finding finding() {
    return notes.finding();
  }
}
