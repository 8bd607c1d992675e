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
import java.util.ArrayList;
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
   * Opens rooms until there are so many slots more, and returns when they can be booked. All is
   * asked for at once, so that the slots of one plan are made while the next one is thought about.
   *
   * @param seats of each
   */
  public void open(Stage stage, int slots, int seats) {
    try (Tail events = Tail.of(stage, Topics.BOOKING_EVENTS.name());
        Tail results = Tail.of(stage, Topics.BOOKING_RESULTS.name())) {
      List<CreateRoom> wanted = new ArrayList<>();
      for (int made = 0; made < slots; made += SLOTS_A_PLAN) {
        wanted.add(room());
      }
      List<GenerateTimeslots> plans = new ArrayList<>();
      int left = slots;
      for (RequestResult opened : ask(results, wanted)) {
        long roomId = opened.getRoomAfter().getRoomId();
        plans.addAll(plans(roomId, Math.min(SLOTS_A_PLAN, left), seats));
        left -= SLOTS_A_PLAN;
      }
      ask(results, plans);
      events.read(slots, any -> {});
    }
  }

  /** So many slots of a room; the last day's surplus is left out by its hours. */
  private static List<GenerateTimeslots> plans(long room, int slots, int seats) {
    LocalDate first = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC).plusDays(2);
    int days = slots / SLOTS_A_DAY;
    int rest = slots - days * SLOTS_A_DAY;
    List<GenerateTimeslots> plans = new ArrayList<>();
    if (days > 0) {
      plans.add(plan(room, first, days, SLOTS_A_DAY, seats));
    }
    if (rest > 0) {
      plans.add(plan(room, first.plusDays(days), 1, rest, seats));
    }
    return plans;
  }

  private CreateRoom room() {
    rooms++;
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

  /** The answers, in the order of the questions. */
  private List<RequestResult> ask(Tail results, List<?> commands) {
    for (Object command : commands) {
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
    }
    List<RequestResult> answers = new ArrayList<>();
    results.read(commands.size(), record -> answers.add(accepted(record)));
    return answers;
  }

  private RequestResult accepted(ConsumerRecord<byte[], byte[]> record) {
    RequestResult result = read(record);
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
