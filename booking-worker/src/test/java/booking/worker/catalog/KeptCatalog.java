package booking.worker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import booking.worker.catalog.CatalogDecision.Generated;
import booking.worker.catalog.CatalogView.Counters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rooms and their planned slots as the stream keeps them; sees what is not one after the other. */
final class KeptCatalog {

  private final Map<Long, Room> rooms = new HashMap<>();
  private final Map<Long, List<Interval>> planned = new HashMap<>();
  private Counters counters = new Counters(0, 0, 0);

  CatalogDecision decide(CatalogCommand command, Instant now) {
    CatalogView view = view(command);
    CatalogDecision decision = new Catalog(view).decide(command, now);
    assertThat(new Catalog(view).decide(command, now)).isEqualTo(decision);
    if (decision instanceof Generated generated) {
      keep(generated);
    } else if (decision instanceof CatalogDecision.Accepted accepted) {
      keep(accepted.room(), now);
    }
    return decision;
  }

  private void keep(Room room, Instant now) {
    assertThat(room.version()).isEqualTo(counters.version() + 1);
    assertThat(room.updatedAt()).isEqualTo(now);
    Optional<Room> before = room(room.roomId());
    assertThat(room.createdAt()).isEqualTo(before.map(Room::createdAt).orElse(now));
    long lastRoom = before.isPresent() ? counters.roomId() : counters.roomId() + 1;
    assertThat(room.roomId()).isBetween(1L, lastRoom);
    rooms.put(room.roomId(), room);
    counters = new Counters(room.version(), lastRoom, counters.timeslotId());
  }

  private void keep(Generated generated) {
    assertThat(generated.version()).isEqualTo(counters.version() + 1);
    long lastSlot = counters.timeslotId();
    for (CatalogDecision.NewTimeslot slot : generated.slots()) {
      lastSlot++;
      assertThat(slot.timeslotId()).isEqualTo(lastSlot);
      plan(generated.room().roomId(), slot.time());
    }
    counters = new Counters(generated.version(), counters.roomId(), lastSlot);
  }

  /** Puts a slot there, as an earlier generation may have. */
  void plan(long roomId, Interval time) {
    planned.computeIfAbsent(roomId, any -> new ArrayList<>()).add(time);
  }

  Optional<Room> room(long roomId) {
    return Optional.ofNullable(rooms.get(roomId));
  }

  Counters counters() {
    return counters;
  }

  private CatalogView view(CatalogCommand command) {
    if (command instanceof CatalogCommand.CreateRoom create) {
      return new CatalogView(
          counters, Optional.empty(), holder(create.details().name()), List.of());
    } else if (command instanceof CatalogCommand.UpdateRoom update) {
      Optional<Room> room = room(update.roomId());
      Optional<String> name =
          update.changes().name().or(() -> room.map(known -> known.details().name()));
      return new CatalogView(counters, room, name.flatMap(this::holder), List.of());
    }
    CatalogCommand.Generate generate = (CatalogCommand.Generate) command;
    Optional<Room> room = room(generate.roomId());
    List<Interval> seen =
        room.map(known -> planned(known, generate.plan().span(known.details().timeZone())))
            .orElse(List.of());
    return new CatalogView(counters, room, Optional.empty(), seen);
  }

  private List<Interval> planned(Room room, Interval span) {
    return planned.getOrDefault(room.roomId(), List.of()).stream()
        .filter(time -> !time.start().isBefore(span.start()) && time.start().isBefore(span.end()))
        .sorted(Comparator.comparing(Interval::start))
        .toList();
  }

  private Optional<Long> holder(String name) {
    return rooms.values().stream()
        .filter(room -> room.details().active() && room.details().name().equals(name))
        .map(Room::roomId)
        .findFirst();
  }
}
