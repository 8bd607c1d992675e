package booking.worker.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import booking.schemas.BookingEvent;
import booking.worker.readmodel.Row.BookingRow;
import booking.worker.readmodel.Row.EventRow;
import booking.worker.readmodel.Row.RequestRow;
import booking.worker.readmodel.Row.TimeslotRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowsTest {

  private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

  @Test
  void newestOfManySnapshotsIsKeptWhateverTheirOrder() {
    List<BookingEvent> events =
        new ArrayList<>(new SlotStory(1001).created().held(1, 7).paid(1).completed(1).events());
    for (int turn = 0; turn < events.size(); turn++) {
      Collections.rotate(events, 1);
      Rows rows = rows(events);
      assertThat(rows.of(TimeslotRow.class)).extracting(TimeslotRow::version).containsExactly(4L);
      assertThat(rows.of(BookingRow.class)).extracting(BookingRow::version).containsExactly(4L);
      assertThat(rows.of(EventRow.class)).hasSize(4);
      assertThat(rows.count()).isEqualTo(8);
    }
  }

  @Test
  void firstOfEqualRowsIsKept() {
    BookingEvent held = new SlotStory(1001).created().held(1, 7).last();
    assertThat(rows(List.of(held, held)).of(EventRow.class)).hasSize(1);
  }

  @Test
  void acceptedRequestReplacesARejectedOne() {
    RequestRow accepted = request(Optional.empty(), 5L, Optional.empty(), NOON.plusSeconds(1));
    RequestRow rejected = request(Optional.of("X"), 4L, Optional.empty(), NOON);
    assertThat(accepted.replaces(rejected)).isTrue();
    assertThat(rejected.replaces(accepted)).isFalse();
  }

  @Test
  void catalogueReplacesASlotThenTheEarlierThenTheLowerSlot() {
    RequestRow room = request(Optional.empty(), 9L, Optional.of(1L), NOON.plusSeconds(9));
    RequestRow early = request(Optional.empty(), 9L, Optional.empty(), NOON);
    RequestRow low = request(Optional.empty(), 2L, Optional.empty(), NOON.plusSeconds(1));
    RequestRow high = request(Optional.empty(), 3L, Optional.empty(), NOON.plusSeconds(1));
    List<RequestRow> strongestFirst = List.of(room, early, low, high);
    for (int i = 0; i < strongestFirst.size(); i++) {
      for (int j = 0; j < strongestFirst.size(); j++) {
        assertThat(strongestFirst.get(i).replaces(strongestFirst.get(j))).isEqualTo(i < j);
      }
    }
  }

  private static Rows rows(List<BookingEvent> events) {
    return Rows.lasting(
        events.stream().flatMap(event -> BookingProjection.rows(event).stream()).toList());
  }

  private static RequestRow request(
      Optional<String> refusal, long timeslotId, Optional<Long> roomId, Instant decidedAt) {
    return new RequestRow(
        "r1", 7, refusal, Optional.of(timeslotId), Optional.empty(), roomId, decidedAt);
  }
}
