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
    long seen = 0;
    for (Call call : calls.stream().sorted(Comparator.comparing(Call::start)).toList()) {
      while (!ended.isEmpty() && !ended.peek().end().isAfter(call.start())) {
        seen = Math.max(seen, ended.poll().version().getAsLong());
      }
      notes.looked("answers");
      notes.require(call.version().getAsLong() >= seen, call.id(), "saw %d before: %s", seen, call);
    }
  }

  @Override
  public Finding finding() {
    return notes.finding();
  }
}
