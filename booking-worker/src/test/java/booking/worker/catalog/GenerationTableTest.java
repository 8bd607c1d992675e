package booking.worker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import booking.worker.catalog.CatalogDecision.Generated;
import booking.worker.catalog.CatalogDecision.NewTimeslot;
import booking.worker.catalog.CatalogDecision.Refused;
import booking.worker.catalog.TimeslotPlan.WorkingHours;
import booking.worker.table.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of how timeslots are made holds. */
class GenerationTableTest {

  private static final int ROOM = 0;
  private static final int DAYS = 1;
  private static final int HOURS = 2;
  private static final int MINUTES = 3;
  private static final int PRICE = 4;
  private static final int ASKED_AT = 5;
  private static final int BEFORE = 6;
  private static final int OUTCOME = 7;

  private static final RoomDetails BLUE = Office.named("Blue");
  private static final Map<String, RoomDetails> ROOMS =
      Map.of(
          "Blue", BLUE,
          "inactive", Office.inactive(Office.at(BLUE, Office.notPriced(), Office.BERLIN)),
          "not priced", Office.at(BLUE, Office.notPriced(), Office.BERLIN),
          "33.33 an hour", Office.at(BLUE, Office.anHour("33.33"), Office.BERLIN),
          "0.00 an hour", Office.at(BLUE, Office.anHour("0.00"), Office.BERLIN),
          "Tokyo", Office.at(BLUE, BLUE.rate(), ZoneId.of("Asia/Tokyo")));

  private final List<Table.Row> rows =
      Table.beside(GenerationTableTest.class, "generation.txt").rows();

  @Test
  void everyRowHolds() {
    assertThat(rows.stream().flatMap(row -> mismatch(row).stream())).isEmpty();
  }

  private static Optional<String> mismatch(Table.Row row) {
    KeptCatalog kept = new KeptCatalog();
    Optional.ofNullable(ROOMS.get(row.cell(ROOM)))
        .ifPresent(room -> kept.decide(new CatalogCommand.CreateRoom(room), Office.LONG_BEFORE));
    CatalogCommand command = new CatalogCommand.Generate(1, plan(row));
    Instant now = LocalDateTime.parse(row.cell(ASKED_AT)).atZone(Office.BERLIN).toInstant();
    if (row.cell(BEFORE).equals("the same")) {
      kept.decide(command, now);
    } else if (!row.cell(BEFORE).equals("-")) {
      kept.plan(1, interval(row.cell(BEFORE)));
    }
    return row.mismatch(Map.of(OUTCOME, outcome(kept.decide(command, now))));
  }

  @Test
  void everyRefusalOfAGenerationIsInTheTable() {
    Set<String> refused = rows.stream().map(row -> row.cell(OUTCOME)).collect(Collectors.toSet());
    assertThat(Stream.of(CatalogRefusal.values()))
        .filteredOn(refusal -> refusal != CatalogRefusal.ROOM_NAME_TAKEN)
        .allSatisfy(refusal -> assertThat(refused).contains("refused " + refusal));
  }

  private static TimeslotPlan plan(Table.Row row) {
    String[] days = row.cell(DAYS).split(" to ");
    String[] hours = row.cell(HOURS).split("-");
    return new TimeslotPlan(
        LocalDate.parse(days[0]),
        LocalDate.parse(days[1]),
        Integer.parseInt(row.cell(MINUTES)),
        new WorkingHours(LocalTime.parse(hours[0]), LocalTime.parse(hours[1])),
        3,
        row.cell(PRICE).equals("-")
            ? Optional.empty()
            : Optional.of(new BigDecimal(row.cell(PRICE))));
  }

  private static Interval interval(String words) {
    String[] parts = words.split(" ");
    Instant start = OffsetDateTime.parse(parts[0]).toInstant();
    return new Interval(start, start.plus(Duration.ofMinutes(Long.parseLong(parts[2]))));
  }

  private static String outcome(CatalogDecision decision) {
    if (decision instanceof Refused refused) {
      return "refused " + refused.refusal();
    }
    Generated generated = (Generated) decision;
    List<NewTimeslot> slots = generated.slots();
    ZoneId zone = generated.room().details().timeZone();
    String when = "";
    if (!slots.isEmpty()) {
      Instant first = slots.get(0).time().start();
      Instant last = slots.get(slots.size() - 1).time().end();
      when = wall(first, zone) + " to " + wall(last, zone) + " ";
    }
    return String.format(
        "%d slots %sat %s, %d skipped", slots.size(), when, generated.price(), generated.skipped());
  }

  private static OffsetDateTime wall(Instant instant, ZoneId zone) {
    return instant.atZone(zone).toOffsetDateTime();
  }
}
