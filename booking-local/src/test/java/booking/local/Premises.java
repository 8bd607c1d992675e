package booking.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Rooms and slots that an admin makes for a test, each room with a name of its own. */
public record Premises(Http admin) {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Far enough ahead that a cancellation gets everything back. */
  public static LocalDate day() {
    return LocalDate.now().plusDays(10);
  }

  /** A new room, 40.00 an hour. */
  public long room() {
    return room(",\"hourlyRate\":40.00");
  }

  /**
   * A new room.
   *
   * @param more fields of it, each after a comma
   */
  long room(String more) {
    Answer made =
        made(
            "/admin/rooms",
            "{\"name\":\"Room %s\",\"roomType\":\"meeting\",\"capacity\":4%s}"
                .formatted(UUID.randomUUID(), more));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.number("id");
  }

  /**
   * Hour-long slots around the clock, as an admin lists them.
   *
   * @param more fields of the generation, each after a comma
   */
  JsonNode hours(long room, LocalDate from, LocalDate to, String more) {
    Answer made =
        made(
            "/admin/timeslots/generate",
            """
            {"roomId":%d,"startDate":"%s","endDate":"%s","slotDuration":60,
             "workingHours":{"start":"00:00","end":"24:00"}%s}
            """
                .formatted(room, from, to, more));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return admin.get("/admin/timeslots?roomId=%d&from=%s&to=%s".formatted(room, from, to)).json();
  }

  /** As many slots of a quarter of an hour as asked for, in a new room, with so many seats each. */
  public List<Long> slots(int count, int seats) {
    long room = room();
    int days = (count + 95) / 96;
    Answer made =
        made(
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

  /** A machine that is busy elsewhere, or a worker that has just gone, may take a 202's time. */
  private Answer made(String path, String body) {
    Http keyed = admin.with("Idempotency-Key", UUID.randomUUID().toString());
    return await()
        .atMost(PATIENCE)
        .until(() -> keyed.post(path, body), answer -> answer.status() != 202);
  }

  private List<Long> slotsOf(long room, int days) {
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < days; i++) {
      Answer listed =
          admin.get("/bookings/rooms/%d/timeslots?date=%s".formatted(room, day().plusDays(i)));
      assertThat(listed.status()).as(listed.body()).isEqualTo(200);
      ids.addAll(ids(listed.json()));
    }
    return ids;
  }

  /** The ids of what an API listed. */
  static List<Long> ids(JsonNode listed) {
    List<Long> ids = new ArrayList<>();
    listed.forEach(one -> ids.add(one.get("id").asLong()));
    return ids;
  }
}
