package booking.local.checker.mutant;

import static booking.local.checker.log.TopicNames.DEAD_LETTERS;

import booking.local.checker.history.Call;
import booking.local.checker.invariant.Evidence;
import booking.local.checker.invariant.Planted;
import booking.local.checker.invariant.Standstill;
import booking.local.checker.log.MemoryLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Faults that clients, operators and files show. */
final class OutsideFaults {

  private OutsideFaults() {}

  static List<Mutant> all() {
    Predicate<Call> done =
        call -> call.outcome() == Call.Outcome.OK && call.requestId().isPresent();
    Predicate<Call> refused = call -> call.outcome() == Call.Outcome.REFUSED;
    return List.of(
        new Mutant(
            "a client was told of what never happened",
            "I9",
            told(done, call -> changed(call, Optional.of("unheard-of"), call.version()))),
        new Mutant(
            "what was refused happened",
            "I9",
            evidence -> told(refused, call -> refusedBut(evidence, done, call)).apply(evidence)),
        new Mutant(
            "a client read back in time",
            "I10",
            told(
                call -> call.version().isPresent(),
                call -> changed(call, call.requestId(), OptionalLong.of(Long.MAX_VALUE)))),
        new Mutant(
            "a dead letter is lost",
            "I12",
            evidence ->
                evidence.with(
                    ((MemoryLog) evidence.log())
                        .replacing(DEAD_LETTERS, any -> true, letter -> List.of()))),
        new Mutant(
            "a record is put aside twice",
            "I12",
            evidence ->
                evidence.with(
                    ((MemoryLog) evidence.log())
                        .replacing(DEAD_LETTERS, any -> true, letter -> List.of(letter, letter)))),
        new Mutant(
            "a secret is in a file",
            "I13",
            evidence ->
                evidence.withSecrets(
                    evidence.secrets().stream()
                        .map(planted -> new Planted("", planted.files()))
                        .toList())),
        new Mutant(
            "a partition is not read",
            "I14",
            evidence ->
                evidence.with(new Standstill(Map.of("worker at slot-ticks-0", 1L), List.of(), 1))),
        new Mutant(
            "a transaction hangs",
            "I14",
            evidence -> evidence.with(new Standstill(Map.of(), List.of("worker-1"), 1))));
  }

  private static Call refusedBut(Evidence evidence, Predicate<Call> done, Call refused) {
    Call other = evidence.history().stream().filter(done).findFirst().orElseThrow();
    return changed(refused, other.requestId(), refused.version());
  }

  private static UnaryOperator<Evidence> told(
      Predicate<Call> which, Function<Call, Call> otherwise) {
    return evidence -> {
      List<Call> history = new ArrayList<>(evidence.history());
      Call found = history.stream().filter(which).findFirst().orElseThrow();
      history.set(history.indexOf(found), otherwise.apply(found));
      return evidence.with(history);
    };
  }

  private static Call changed(Call call, Optional<String> requestId, OptionalLong version) {
    return new Call(
        call.id(),
        call.user(),
        call.kind(),
        requestId,
        call.start(),
        call.end(),
        call.outcome(),
        call.code(),
        call.bookingId(),
        version);
  }
}
