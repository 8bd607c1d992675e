package booking.worker.catalog;

import booking.worker.catalog.CatalogDecision.Generated;
import booking.worker.catalog.CatalogDecision.NewTimeslot;
import booking.worker.catalog.CatalogDecision.Refused;
import booking.worker.catalog.CatalogDecision.RoomCreated;
import booking.worker.catalog.CatalogDecision.RoomUpdated;
import booking.worker.catalog.CatalogView.Counters;
import booking.worker.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All rooms and the slots planned for them, as far as one decision sees them. */
public record Catalog(CatalogView view) {

  /**
   * Decides a command.
   *
   * @param now the timestamp of the record that carries it
   */
  public CatalogDecision decide(CatalogCommand command, Instant now) {
    return command.askOf(this, now);
  }

  CatalogDecision create(CatalogCommand.CreateRoom command, Instant now) {
    if (command.details().active() && view.nameHolder().isPresent()) {
      return new Refused(CatalogRefusal.ROOM_NAME_TAKEN);
    }
    Counters last = view.counters();
    return new RoomCreated(
        new Room(last.roomId() + 1, last.version() + 1, command.details(), now, now));
  }

  CatalogDecision update(CatalogCommand.UpdateRoom command, Instant now) {
    if (view.room().isEmpty()) {
      return new Refused(CatalogRefusal.ROOM_NOT_FOUND);
    }
    Room before = view.room().get();
    RoomDetails details = command.changes().appliedTo(before.details());
    boolean nameTaken = view.nameHolder().filter(holder -> holder != before.roomId()).isPresent();
    if (details.active() && nameTaken) {
      return new Refused(CatalogRefusal.ROOM_NAME_TAKEN);
    }
    Room after =
        new Room(before.roomId(), view.counters().version() + 1, details, before.createdAt(), now);
    return new RoomUpdated(after, before, command.cancelBookings());
  }

  CatalogDecision generate(CatalogCommand.Generate command, Instant now) {
    if (view.room().isEmpty()) {
      return new Refused(CatalogRefusal.ROOM_NOT_FOUND);
    }
    Room room = view.room().get();
    if (!room.details().active()) {
      return new Refused(CatalogRefusal.ROOM_INACTIVE);
    }
    TimeslotPlan plan = command.plan();
    Optional<CatalogRefusal> broken = plan.broken();
    if (broken.isPresent()) {
      return new Refused(broken.get());
    }
    Optional<Money> price = price(room, plan);
    return price.isEmpty()
        ? new Refused(CatalogRefusal.ROOM_NOT_PRICED)
        : generated(room, plan, price.get(), now);
  }

  private static Optional<Money> price(Room room, TimeslotPlan plan) {
    RoomDetails.Rate rate = room.details().rate();
    return plan.price()
        .map(price -> Money.of(price, rate.currency()))
        .or(() -> rate.anHour().map(anHour -> anHour.forMinutes(plan.minutes())));
  }

  private Generated generated(Room room, TimeslotPlan plan, Money price, Instant now) {
    TimeslotPlan.Slots wanted = plan.in(room.details().timeZone());
    Overlaps overlaps = new Overlaps(view.planned());
    List<NewTimeslot> slots = new ArrayList<>();
    long lastId = view.counters().timeslotId();
    for (Interval time : wanted.times()) {
      if (time.start().isAfter(now) && !overlaps.with(time)) {
        lastId++;
        slots.add(new NewTimeslot(lastId, time));
      }
    }
    int skipped = wanted.skipped() + wanted.times().size() - slots.size();
    return new Generated(room, view.counters().version() + 1, slots, plan, price, skipped);
  }
}
