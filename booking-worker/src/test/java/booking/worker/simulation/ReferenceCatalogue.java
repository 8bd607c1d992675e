package booking.worker.simulation;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The rules of rooms, as far as slots hear of them. */
final class ReferenceCatalogue {

  private final Map<Long, ReferenceModel> slots;
  private final Consumer<String> seen;
  private final Map<Long, List<Message.Tier>> policies = new HashMap<>();
  private final Set<Long> inactive = new HashSet<>();
  private final Answers answers = new Answers();

  ReferenceCatalogue(Map<Long, ReferenceModel> slots, Consumer<String> seen) {
    this.slots = slots;
    this.seen = seen;
  }

  void ask(Message.CatalogAsk ask, Instant now, long firstId) {
    seen.accept(answers.to(ask.by(), true, () -> decide(ask, now, firstId)));
  }

  private String decide(Message.CatalogAsk ask, Instant now, long firstId) {
    if (ask instanceof Message.Generate plan) {
      if (inactive.contains(plan.room())) {
        return "ROOM_INACTIVE";
      }
      generate(plan, now, firstId);
    } else if (ask instanceof Message.RoomChange change) {
      change(change, now);
    }
    seen.accept("catalog");
    return "ACCEPTED";
  }

  private void generate(Message.Generate plan, Instant now, long firstId) {
    long id = firstId;
    for (int i = 0; plan.opens() + i < plan.closes(); i++) {
      if (plan.start(i).isAfter(now)) {
        ReferenceModel slot = new ReferenceModel(id++, plan, plan.start(i), seen);
        slot.policy = policies.getOrDefault(plan.room(), House.POLICY);
        slots.put(slot.id, slot);
        slot.say("TimeslotCreated");
      }
    }
  }

  /** Slots that have started keep what they promised. */
  private void change(Message.RoomChange change, Instant now) {
    List<ReferenceModel> future =
        slots.values().stream()
            .filter(slot -> slot.plan.room() == change.room() && !slot.startedAt(now))
            .toList();
    if (change.policy().isEmpty() && change.active()) {
      inactive.remove(change.room());
    } else if (change.policy().isEmpty()) {
      boolean closes = inactive.add(change.room()) || change.cancelBookings();
      future.stream().filter(slot -> closes).forEach(slot -> close(slot, change, now));
    } else if (!change.policy().equals(policies.put(change.room(), change.policy()))) {
      future.forEach(slot -> promise(slot, change, now));
    }
  }

  private static void close(ReferenceModel slot, Message.RoomChange change, Instant now) {
    slot.expire(now);
    slot.close(change.cancelBookings(), now);
  }

  private static void promise(ReferenceModel slot, Message.RoomChange change, Instant now) {
    slot.expire(now);
    if (!slot.policy.equals(change.policy())) {
      slot.say("TimeslotChanged");
    }
    slot.policy = change.policy();
  }
}
