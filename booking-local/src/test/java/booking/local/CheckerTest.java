package booking.local;

import static org.assertj.core.api.Assertions.assertThat;

import booking.local.checker.Checker;
import booking.local.checker.Questions;
import booking.local.checker.history.Call;
import booking.local.checker.invariant.Evidence;
import booking.local.checker.invariant.Planted;
import booking.local.checker.log.LogRecord;
import booking.local.checker.log.MemoryLog;
import booking.local.checker.mutant.Mutant;
import booking.local.checker.mutant.Mutants;
import booking.local.checker.report.Finding;
import booking.local.checker.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All that the other tests left in the system that they share is true; and the checker who says so
 * sees each fault that is put into it.
 */
@ExtendWith(SharedSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(Integer.MAX_VALUE)
class CheckerTest {

  private static final String SECRET = "note of 7000";

  private final TestSystem system;
  private final Evidence evidence;
  private int caught;

  CheckerTest(TestSystem system) {
    this.system = system;
    this.evidence = readOnce();
  }

  private Evidence readOnce() {
    CheckedStory story = new CheckedStory(system);
    story.tell();
    Planted secret = new Planted(SECRET, logs(system.settings().data().resolve("logs")));
    Evidence read =
        system
            .underCheck()
            .read(
                new Questions(
                    story.calls(), List.of(secret), Duration.ofSeconds(5), Duration.ofSeconds(30)));
    return read.with(story.calls().stream().map(call -> traced(call, read)).toList());
  }

  static Stream<Mutant> mutants() {
    return Mutants.all().stream();
  }

  @Test
  void whatAllTestsLeftIsTrue() {
    Report report = Checker.check(evidence);

    System.out.println(report);
    assertThat(report.violations()).as(report.toString()).isEmpty();
    assertThat(report.blind()).as(report.toString()).isEmpty();
    assertThat(report.moneyDifference()).allSatisfy((any, missing) -> assertThat(missing).isZero());
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void aFaultIsSeenByItsInvariant(Mutant mutant) {
    Report report = Checker.check(mutant.edit().apply(evidence));

    assertThat(report.broken()).extracting(Finding::id).contains(mutant.invariant());
    caught++;
  }

  @AfterAll
  void score() {
    System.out.printf("checker: %d of %d mutants caught%n", caught, Mutants.all().size());
  }

  private static List<Path> logs(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** A call with the id that its request has in the log, which the gateway does not tell. */
  private static Call traced(Call call, Evidence read) {
    Optional<String> requestId =
        ((MemoryLog) read.log())
            .all("booking-results", result -> answers(result, call)).stream()
                .findFirst()
                .map(result -> result.said().text("requestId"));
    return new Call(
        call.id(),
        call.user(),
        call.kind(),
        call.kind().equals("read") ? Optional.empty() : requestId,
        call.start(),
        call.end(),
        call.outcome(),
        call.code(),
        call.bookingId(),
        call.version());
  }

  private static boolean answers(LogRecord result, Call call) {
    boolean same =
        call.bookingId().isPresent()
            ? result
                .said()
                .maybe("bookingAfter", result.said()::record)
                .map(after -> after.number("bookingId") == call.bookingId().getAsLong())
                .orElse(false)
            : result.said().maybe("code", result.said()::text).equals(call.code());
    return same && result.said().number("userId") == call.user();
  }
}
