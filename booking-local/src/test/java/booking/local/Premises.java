package booking.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Rooms and slots that an admin makes for a test, each room with a name of its own. */
public record Premises(Http admin) {

  /** Far enough ahead that a cancellation gets everything back. */
  public static LocalDate day() {
    return LocalDate.now().plusDays(10);
  }

  /** A new room, 40.00 an hour. */
  public long room() {
    Answer made =
        admin.post(
            "/admin/rooms",
            "{\"name\":\"%s\",\"roomType\":\"meeting\",\"capacity\":4,\"hourlyRate\":40.00}"
                .formatted("Room " + UUID.randomUUID()));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.number("id");
  }

  /** As many slots of a quarter of an hour as asked for, in a new room, with so many seats each. */
  public List<Long> slots(int count, int seats) {
    long room = room();
    int days = (count + 95) / 96;
    Answer made =
        admin.post(
            "/admin/timeslots/generate",
            """
            {"roomId":%d,"startDate":"%s","endDate":"%s","slotDuration":15,
             "workingHours":{"start":"00:00","end":"00:00"},"maxBookings":%d}
            """
                .formatted(room, day(), day().plusDays(days), seats));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return slotsOf(room, days).subList(0, count);
  }

  /** One slot with so many seats. */
  public long slot(int seats) {
    return slots(1, seats).get(0);
  }

  private List<Long> slotsOf(long room, int days) {
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < days; i++) {
      Answer listed =
          admin.get("/bookings/rooms/%d/timeslots?date=%s".formatted(room, day().plusDays(i)));
      assertThat(listed.status()).as(listed.body()).isEqualTo(200);
      for (JsonNode slot : listed.json()) {
        ids.add(slot.get("id").asLong());
      }
    }
    return ids;
  }
}
