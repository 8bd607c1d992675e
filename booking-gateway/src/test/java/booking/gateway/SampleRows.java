package booking.gateway;

import booking.gateway.booking.Booking;
import booking.gateway.json.JsonText;
import booking.gateway.room.Room;
import booking.gateway.timeslot.Timeslot;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows as the read model would have them. */
final class SampleRows {

  private SampleRows() {}

  static Booking booking(long id, long userId) {
    return new Booking(
        id,
        userId,
        4821,
        3,
        "pending",
        Optional.empty(),
        new BigDecimal("40.00"),
        "EUR",
        "pending",
        Optional.empty(),
        Optional.of("window seat"),
        Optional.of(JsonText.tree("{\"b\":1.10,\"a\":[]}")),
        Optional.of(Instant.parse("2027-03-28T08:15:00Z")),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Samples.NOW,
        Samples.NOW,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Open, with a seat free, half an hour long. */
  static Timeslot timeslot(long id, String start) {
    Instant starts = Instant.parse(start);
    return Timeslot.of(
        Samples.timeslot()
            .setTimeslotId(id)
            .setStartsAt(starts)
            .setEndsAt(starts.plus(Duration.ofMinutes(30)))
            .build(),
        Samples.NOW);
  }

  static Room room(long id, boolean active) {
    return Room.of(Samples.room().setRoomId(id).setActive(active).build());
  }

  static Room room(String description) {
    return Room.of(Samples.room().setDescription(description).build());
  }
}
