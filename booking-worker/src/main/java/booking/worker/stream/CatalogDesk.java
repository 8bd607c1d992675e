package booking.worker.stream;

import booking.schemas.CatalogEvent;
import booking.schemas.CatalogRequest;
import booking.schemas.GeneratedTimeslots;
import booking.schemas.RequestResult;
import booking.schemas.Role;
import booking.schemas.fact.RoomCreated;
import booking.schemas.fact.RoomUpdated;
import booking.schemas.fact.TimeslotsGenerated;
import booking.schemas.internal.CloseWithRoom;
import booking.schemas.internal.PlannedTimeslot;
import booking.schemas.internal.RememberedAnswer;
import booking.schemas.internal.SlotInstruction;
import booking.worker.catalog.Catalog;
import booking.worker.catalog.CatalogCommand;
import booking.worker.catalog.CatalogDecision;
import booking.worker.catalog.CatalogView;
import booking.worker.catalog.CatalogView.Counters;
import booking.worker.catalog.Interval;
import booking.worker.catalog.Room;
import booking.worker.money.RefundPolicy;
import booking.worker.slot.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * Answers what admins ask of the catalogue, each request exactly once, stores what the answer
 * leaves and tells the slots.
 */
final class CatalogDesk {

  private static final Duration LONGEST_SLOT = Duration.ofDays(1);
  private static final Instant END_OF_TIME = Instant.ofEpochMilli(Long.MAX_VALUE);

  private final CatalogStores stores;
  private final Outbox outbox;
  private final InstructionTranslation instructions;
  // The names that active rooms have, made again from the rooms when the task starts.
  private final Map<String, Long> activeNames = new HashMap<>();

  CatalogDesk(CatalogStores stores, Outbox outbox, RefundPolicy housePolicy) {
    this.stores = stores;
    this.outbox = outbox;
    this.instructions = new InstructionTranslation(housePolicy);
    stores.forEachRoom(this::remember);
  }

  void answer(CatalogRequest request, CatalogCommand command, Instant now) {
    RequestResult result =
        stores
            .answer(request.getRequestId())
            .map(answer -> again(request, answer, now))
            .orElseGet(() -> first(request, command, now));
    outbox.send(new Reply(request.getReplyPartition(), result), now);
  }

  private static RequestResult again(CatalogRequest request, RememberedAnswer answer, Instant now) {
    return answer.getFingerprint() == request.getFingerprint()
        ? ResultTranslation.repeated(answer.getResult())
        : refused(request, Refusal.IDEMPOTENCY_KEY_REUSED.name(), now)
            .setDetail(Refusal.IDEMPOTENCY_KEY_REUSED.detail())
            .build();
  }

  private RequestResult first(CatalogRequest request, CatalogCommand command, Instant now) {
    RequestResult result =
        request.getActor().getRole() == Role.ADMIN
            ? decide(request, command, now)
            : refused(request, Refusal.FORBIDDEN.name(), now)
                .setDetail(Refusal.FORBIDDEN.detail())
                .build();
    stores.put(new RememberedAnswer(request.getFingerprint(), result));
    return result;
  }

  private static RequestResult.Builder refused(CatalogRequest request, String code, Instant now) {
    return ResultTranslation.of(request, now).setAccepted(false).setCode(code);
  }

  private RequestResult decide(CatalogRequest request, CatalogCommand command, Instant now) {
    CatalogDecision decision = new Catalog(view(command)).decide(command, now);
    if (decision instanceof CatalogDecision.Refused refused) {
      return refused(request, refused.refusal().name(), now)
          .setDetail(refused.refusal().detail())
          .build();
    }
    RequestResult.Builder result = ResultTranslation.of(request, now).setAccepted(true);
    if (decision instanceof CatalogDecision.RoomCreated created) {
      keep(created.room());
      publish(request, created.room(), new RoomCreated(), created.room().version(), now);
    } else if (decision instanceof CatalogDecision.RoomUpdated updated) {
      update(request, updated, now);
    } else if (decision instanceof CatalogDecision.Generated generated) {
      result.setGenerated(generate(request, generated, now));
    }
    CatalogDecision.Accepted accepted = (CatalogDecision.Accepted) decision;
    return result
        .setVersion(stores.counters().version())
        .setRoomAfter(RoomTranslation.snapshot(accepted.room()))
        .build();
  }

  private CatalogView view(CatalogCommand command) {
    Optional<Room> room = roomOf(command);
    Optional<Long> nameHolder = nameWanted(command, room).map(activeNames::get);
    List<Interval> planned = List.of();
    if (command instanceof CatalogCommand.Generate generate && room.isPresent()) {
      Interval span = generate.plan().span(room.get().details().timeZone());
      planned =
          stores.planned(room.get().roomId(), span).stream()
              .map(slot -> new Interval(slot.getStartsAt(), slot.getEndsAt()))
              .toList();
    }
    return new CatalogView(stores.counters(), room, nameHolder, planned);
  }

  private Optional<Room> roomOf(CatalogCommand command) {
    if (command instanceof CatalogCommand.UpdateRoom update) {
      return stores.room(update.roomId());
    }
    return command instanceof CatalogCommand.Generate generate
        ? stores.room(generate.roomId())
        : Optional.empty();
  }

  private static Optional<String> nameWanted(CatalogCommand command, Optional<Room> room) {
    if (command instanceof CatalogCommand.CreateRoom create) {
      return Optional.of(create.details().name());
    }
    return command instanceof CatalogCommand.UpdateRoom update
        ? update.changes().name().or(() -> room.map(known -> known.details().name()))
        : Optional.empty();
  }

  private void update(CatalogRequest request, CatalogDecision.RoomUpdated updated, Instant now) {
    activeNames.remove(updated.before().details().name(), updated.before().roomId());
    keep(updated.room());
    publish(request, updated.room(), new RoomUpdated(), updated.room().version(), now);
    if (updated.changesSlots()) {
      tellFutureSlots(request, updated.room(), instructions.change(updated), now);
    }
    if (updated.closesSlots()) {
      tellFutureSlots(request, updated.room(), new CloseWithRoom(updated.cancelBookings()), now);
    }
  }

  private GeneratedTimeslots generate(
      CatalogRequest request, CatalogDecision.Generated generated, Instant now) {
    long roomId = generated.room().roomId();
    stores.forgetBefore(roomId, now.minus(LONGEST_SLOT));
    Counters last = stores.counters();
    long lastId = last.timeslotId();
    for (CatalogDecision.NewTimeslot slot : generated.slots()) {
      stores.put(roomId, slot);
      tell(request, slot.timeslotId(), instructions.create(generated, slot), now);
      lastId = slot.timeslotId();
    }
    stores.put(new Counters(generated.version(), last.roomId(), lastId));
    GeneratedTimeslots made =
        new GeneratedTimeslots(
            roomId,
            generated.slots().isEmpty() ? 0 : generated.slots().get(0).timeslotId(),
            generated.slots().size(),
            generated.skipped());
    publish(request, generated.room(), new TimeslotsGenerated(made), generated.version(), now);
    return made;
  }

  private void keep(Room room) {
    Counters last = stores.counters();
    long lastRoomId = Math.max(last.roomId(), room.roomId());
    stores.put(room);
    stores.put(new Counters(room.version(), lastRoomId, last.timeslotId()));
    remember(room);
  }

  private void remember(Room room) {
    if (room.details().active()) {
      activeNames.put(room.details().name(), room.roomId());
    }
  }

  private void publish(
      CatalogRequest request, Room room, SpecificRecord fact, long version, Instant now) {
    outbox.send(
        CatalogEvent.newBuilder()
            .setEventId("catalog-" + version)
            .setVersion(version)
            .setOccurredAt(now)
            .setRequestId(request.getRequestId())
            .setRequestedBy(request.getActor().getUserId())
            .setFact(fact)
            .setRoomAfter(RoomTranslation.snapshot(room))
            .build());
  }

  private void tellFutureSlots(
      CatalogRequest request, Room room, SpecificRecord instruction, Instant now) {
    Interval future = new Interval(now.plusMillis(1), END_OF_TIME);
    for (PlannedTimeslot slot : stores.planned(room.roomId(), future)) {
      tell(request, slot.getTimeslotId(), instruction, now);
    }
  }

  private void tell(
      CatalogRequest request, long timeslotId, SpecificRecord instruction, Instant now) {
    long userId = request.getActor().getUserId();
    outbox.send(new SlotInstruction(timeslotId, request.getRequestId(), userId, instruction), now);
  }
}
