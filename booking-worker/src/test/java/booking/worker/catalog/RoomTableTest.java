package booking.worker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import booking.worker.catalog.CatalogDecision.Refused;
import booking.worker.catalog.CatalogDecision.RoomCreated;
import booking.worker.catalog.CatalogDecision.RoomUpdated;
import booking.worker.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of how rooms are made and changed holds. */
class RoomTableTest {

  private static final int ROOMS = 0;
  private static final int ASKED = 1;
  private static final int OUTCOME = 2;
  private static final int TOLD = 3;
  private static final Pattern MAKE = Pattern.compile("make (\\w+)(, inactive)?");
  private static final Pattern CHANGE = Pattern.compile("change room (\\d+): (.+)");
  private static final Instant NOW = Office.LONG_BEFORE.plus(Duration.ofHours(1));

  @Test
  void everyRowHolds() {
    List<Table.Row> rows = Table.beside(RoomTableTest.class, "rooms.txt").rows();
    assertThat(rows.stream().flatMap(row -> mismatch(row).stream())).isEmpty();
  }

  private static Optional<String> mismatch(Table.Row row) {
    KeptCatalog kept = withRooms(row.cell(ROOMS));
    CatalogView.Counters before = kept.counters();
    CatalogDecision decision = kept.decide(command(row.cell(ASKED)), NOW);
    if (decision instanceof Refused) {
      assertThat(kept.counters()).isEqualTo(before);
    }
    return row.mismatch(Map.of(OUTCOME, outcome(decision), TOLD, told(decision)));
  }

  private static KeptCatalog withRooms(String words) {
    KeptCatalog kept = new KeptCatalog();
    for (String word : words.equals("-") ? List.<String>of() : List.of(words.split(", "))) {
      String name = word.split(" ")[0];
      RoomDetails room = Office.named(name);
      if (word.endsWith("(inactive)")) {
        room = Office.inactive(room);
      } else if (word.endsWith("(not priced)")) {
        room = Office.at(room, Office.notPriced(), Office.BERLIN);
      }
      kept.decide(new CatalogCommand.CreateRoom(room), Office.LONG_BEFORE);
    }
    return kept;
  }

  private static CatalogCommand command(String words) {
    Matcher make = MAKE.matcher(words);
    if (make.matches()) {
      RoomDetails room = Office.named(make.group(1));
      return new CatalogCommand.CreateRoom(make.group(2) == null ? room : Office.inactive(room));
    }
    Matcher change = CHANGE.matcher(words);
    if (!change.matches()) {
      throw new IllegalArgumentException("nobody can ask: " + words);
    }
    ChangeWords asked = new ChangeWords(change.group(2));
    return new CatalogCommand.UpdateRoom(
        Long.parseLong(change.group(1)), asked.changes(), asked.cancelBookings());
  }

  private static String outcome(CatalogDecision decision) {
    if (decision instanceof Refused refused) {
      return "refused " + refused.refusal();
    } else if (decision instanceof RoomCreated created) {
      RoomDetails made = created.room().details();
      RoomDetails plain = Office.named(made.name());
      assertThat(made).isEqualTo(made.active() ? plain : Office.inactive(plain));
      String words = made.name() + (made.active() ? "" : ", inactive");
      return "made room " + created.room().roomId() + " " + words + version(created.room());
    }
    RoomUpdated updated = (RoomUpdated) decision;
    String difference =
        DifferenceWords.between(updated.before().details(), updated.room().details());
    return "changed room " + updated.room().roomId() + " " + difference + version(updated.room());
  }

  private static String version(Room room) {
    return ", version " + room.version();
  }

  private static String told(CatalogDecision decision) {
    List<String> told = new ArrayList<>();
    if (decision instanceof RoomUpdated updated) {
      if (updated.changesSlots()) {
        told.add("the change");
      }
      if (updated.closesSlots()) {
        told.add(updated.cancelBookings() ? "to close and cancel" : "to close");
      }
    }
    return told.isEmpty() ? "-" : String.join(", ", told);
  }
}
