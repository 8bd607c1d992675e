package booking.worker.slot;

import static org.assertj.core.api.Assertions.assertThat;

import booking.worker.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The decision tables of a slot hold, and no cell of (state × command) is missing in them. */
class DecisionTableTest {

  private static final List<String> FILES =
      List.of(
          "create.txt",
          "change.txt",
          "book.txt",
          "cancel.txt",
          "venue-cancels.txt",
          "no-show.txt",
          "close-and-open.txt",
          "pay.txt",
          "payment-fails.txt",
          "refund-settled.txt",
          "time.txt");

  private static final int STATE = 0;
  private static final int AT = 1;
  private static final int COMMAND = 2;
  private static final int OUTCOME = 3;
  private static final int SEATS_LEFT = 4;

  private final Map<String, Story> stories = Story.all();
  private final List<Table.Row> rows = FILES.stream().flatMap(file -> rows(file).stream()).toList();

  static List<String> files() {
    return FILES;
  }

  private static List<Table.Row> rows(String file) {
    return Table.beside(DecisionTableTest.class, file).rows();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyRowHolds(String file) {
    assertThat(rows(file).stream().flatMap(row -> mismatch(row).stream())).isEmpty();
  }

  private Optional<String> mismatch(Table.Row row) {
    KeptSlot kept = story(row).told();
    Instant now = Moment.at(row.cell(AT));
    Decision decision = kept.decide(CommandWords.command(row.cell(COMMAND)), now);
    return row.mismatch(
        Map.of(OUTCOME, OutcomeWords.of(decision), SEATS_LEFT, OutcomeWords.seats(kept)));
  }

  @Test
  void noCellIsMissing() {
    Set<String> cells =
        rows.stream()
            .map(row -> row.cell(STATE) + " × " + row.cell(COMMAND))
            .collect(Collectors.toSet());
    List<String> missing = new ArrayList<>();
    for (String state : Cells.STATES) {
      for (String command : Cells.COMMANDS) {
        String cell = state + " × " + command;
        if (!cells.contains(cell)) {
          missing.add(cell);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyKindOfCommandIsAsked() {
    Set<Class<?>> asked =
        Cells.COMMANDS.stream()
            .map(words -> CommandWords.command(words).getClass())
            .collect(Collectors.toSet());
    assertThat(asked).containsExactlyInAnyOrder(SlotCommand.class.getPermittedSubclasses());
  }

  @Test
  void everyStateOfABookingIsAmongTheStates() {
    Set<Class<?>> states = new LinkedHashSet<>();
    Set<CancelReason> reasons = new LinkedHashSet<>();
    for (String state : Cells.STATES) {
      for (Booking booking : stories.get(state).told().bookings()) {
        states.add(booking.state().getClass());
        if (booking.state() instanceof BookingState.Cancelled cancelled) {
          reasons.add(cancelled.reason());
        }
      }
    }
    assertThat(states).containsExactlyInAnyOrder(BookingState.class.getPermittedSubclasses());
    assertThat(reasons).containsExactlyInAnyOrder(CancelReason.values());
  }

  @Test
  void everyRefusalOfASlotIsInTheTables() {
    Set<String> refused =
        rows.stream()
            .map(row -> row.cell(OUTCOME))
            .flatMap(outcome -> Stream.of(outcome.split("[; ]+")))
            .collect(Collectors.toSet());
    Set<String> beforeTheSlotIsAsked = Set.of("FORBIDDEN", "IDEMPOTENCY_KEY_REUSED");
    assertThat(Stream.of(Refusal.values()).map(Refusal::name))
        .filteredOn(name -> !beforeTheSlotIsAsked.contains(name))
        .allSatisfy(name -> assertThat(refused).contains(name));
  }

  @Test
  void everyStoryIsOfUse() {
    Set<String> used = rows.stream().map(row -> row.cell(STATE)).collect(Collectors.toSet());
    assertThat(stories.keySet()).containsExactlyInAnyOrderElementsOf(used);
  }

  private Story story(Table.Row row) {
    assertThat(stories).as(row.place()).containsKey(row.cell(STATE));
    return stories.get(row.cell(STATE));
  }
}
