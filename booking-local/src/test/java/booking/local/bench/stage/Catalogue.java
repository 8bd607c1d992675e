package booking.local.bench.stage;

import booking.local.faults.stranger.Stranger;
import booking.schemas.Actor;
import booking.schemas.CatalogRequest;
import booking.schemas.RequestResult;
import booking.schemas.Role;
import booking.schemas.RoomType;
import booking.schemas.Topics;
import booking.schemas.command.CreateRoom;
import booking.schemas.command.GenerateTimeslots;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An admin who opens rooms by the catalogue's own requests. Slots get the ids 1, 2, 3 … in the
 * order of making.
 */
public final class Catalogue {

  private static final long ADMIN = 1;
  private static final int MINUTES = 5;
  private static final int SLOTS_A_DAY = 24 * 60 / MINUTES;
  // The most that one request may make, in whole days.
  private static final int DAYS = 20_000 / SLOTS_A_DAY;

  /** So many slots are made at a time. */
  public static final int SLOTS_A_PLAN = DAYS * SLOTS_A_DAY;

  private final Stranger stranger;
  private int rooms;

  Catalogue(Stranger stranger) {
    this.stranger = stranger;
  }

  /**
   * Opens rooms until there are at least so many slots more, and returns when they can be booked.
   *
   * @param seats of each
   */
  public void open(Stage stage, int slots, int seats) {
    try (Tail events = Tail.of(stage, Topics.BOOKING_EVENTS.name())) {
      for (int made = 0; made < slots; made += SLOTS_A_PLAN) {
        openRoom(stage, Math.min(SLOTS_A_PLAN, slots - made), seats);
        events.read(Math.min(SLOTS_A_PLAN, slots - made), any -> {});
      }
    }
  }

  /** Opens a room of so many slots; the last day's surplus is left out by its hours. */
  private void openRoom(Stage stage, int slots, int seats) {
    rooms++;
    int days = slots / SLOTS_A_DAY;
    LocalDate first = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC).plusDays(2);
    try (Tail results = Tail.of(stage, Topics.BOOKING_RESULTS.name())) {
      long room = ask(results, room()).getRoomAfter().getRoomId();
      if (days > 0) {
        ask(results, plan(room, first, days, SLOTS_A_DAY, seats));
      }
      int rest = slots - days * SLOTS_A_DAY;
      if (rest > 0) {
        ask(results, plan(room, first.plusDays(days), 1, rest, seats));
      }
    }
  }

  private CreateRoom room() {
    return CreateRoom.newBuilder()
        .setName("Room " + rooms)
        .setRoomType(RoomType.MEETING)
        .setHourlyRate(new BigDecimal("40.00"))
        .setTimeZone("UTC")
        .build();
  }

  private static GenerateTimeslots plan(
      long room, LocalDate first, int days, int slotsADay, int seats) {
    return GenerateTimeslots.newBuilder()
        .setRoomId(room)
        .setStartDate(first)
        .setEndDate(first.plusDays(days))
        .setSlotMinutes(MINUTES)
        .setOpens(LocalTime.MIDNIGHT)
        .setCloses(LocalTime.MIDNIGHT.plusMinutes((long) slotsADay * MINUTES))
        .setMaxBookings(seats)
        .build();
  }

  private RequestResult ask(Tail results, Object command) {
    stranger.write(
        Topics.CATALOG_REQUESTS,
        Topics.CATALOG_KEY,
        CatalogRequest.newBuilder()
            .setRequestId(UUID.randomUUID().toString())
            .setFingerprint(0)
            .setReplyPartition(0)
            .setActor(new Actor(ADMIN, Role.ADMIN))
            .setCommand(command)
            .build());
    List<RequestResult> answer = new java.util.ArrayList<>();
    results.read(1, record -> answer.add(read(record)));
    RequestResult result = answer.get(0);
    if (!result.getAccepted()) {
      throw new IllegalStateException(result.getCode() + " " + result.getDetail());
    }
    return result;
  }

  private RequestResult read(ConsumerRecord<byte[], byte[]> record) {
    Optional<RequestResult> result = stranger.read(Topics.BOOKING_RESULTS, record);
    return result.orElseThrow(() -> new IllegalStateException("unreadable result"));
  }
}
