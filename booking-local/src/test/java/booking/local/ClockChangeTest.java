package booking.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The days on which a room's clocks change, as they are made and as they are listed. */
@ExtendWith(SharedSystem.class)
class ClockChangeTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final TestSystem system;

  ClockChangeTest(TestSystem system) {
    this.system = system;
  }

  @Test
  void aDayOnWhichTheClocksChangeIsListedWithTheHoursItHas() {
    long room = system.premises().room(",\"hourlyRate\":40.00,\"timeZone\":\"Europe/Berlin\"");
    ZoneOffsetTransition next =
        BERLIN.getRules().nextTransition(Instant.now().plus(Duration.ofDays(2)));
    ZoneOffsetTransition afterIt = BERLIN.getRules().nextTransition(next.getInstant());
    ZoneOffsetTransition forward = next.isGap() ? next : afterIt;
    ZoneOffsetTransition back = next.isGap() ? afterIt : next;

    assertThat(hoursListed(room, forward)).isEqualTo(23);
    // Of the hour that comes twice, slots begin in the earlier one.
    assertThat(hoursListed(room, back)).isEqualTo(24);
  }

  /** Makes the day and those beside it; what is listed of it lies between its two midnights. */
  private int hoursListed(long room, ZoneOffsetTransition change) {
    LocalDate day = change.getDateTimeBefore().toLocalDate();
    Instant from = day.atStartOfDay(BERLIN).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(BERLIN).toInstant();
    List<Long> ofTheDay = new ArrayList<>();
    for (JsonNode slot : system.premises().hours(room, day.minusDays(1), day.plusDays(2), "")) {
      Instant start = Instant.parse(slot.get("startTime").asText());
      if (!start.isBefore(from) && start.isBefore(to)) {
        ofTheDay.add(slot.get("id").asLong());
      }
    }

    String listed = "/bookings/rooms/%d/timeslots?date=%s".formatted(room, day);
    assertThat(Premises.ids(system.anyone().get(listed).json())).isEqualTo(ofTheDay);
    return ofTheDay.size();
  }
}
