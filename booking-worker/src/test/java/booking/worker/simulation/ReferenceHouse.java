package booking.worker.simulation;

import static booking.worker.simulation.ReferenceBooking.NOBODY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rules around the slots: which one a message is for, whether its money was seen before. */
final class ReferenceHouse {

  private final Map<Long, Answers> answers = new HashMap<>();
  private final List<Stray> strays = new ArrayList<>();
  private final Map<Long, ReferenceModel> slots = new TreeMap<>();
  private final List<String> effects = new ArrayList<>();
  private final ReferenceCatalogue catalogue = new ReferenceCatalogue(slots, effects::add);
  private final Map<String, Long> paid = new HashMap<>();
  private final Map<String, Long> failed = new HashMap<>();

  /** A request that was answered where no slot is. */
  private record Stray(Instant until, Message.Ask ask) {}

  /**
   * Takes in a message.
   *
   * @param firstId of the slots that it made, as its result says; no rule gives it
   * @return what must be seen
   */
  List<String> deliver(Message message, Instant now, long firstId) {
    if (message instanceof Message.Ask ask) {
      ask(ask, now);
    } else if (message instanceof Message.CatalogAsk ask) {
      catalogue.ask(ask, now, firstId);
    } else if (message instanceof Message.Pay pay) {
      pay(pay, now);
    } else if (message instanceof Message.PayFailed attempt) {
      payFailed(attempt, now);
    } else if (message instanceof Message.Settle settled) {
      settle(settled, now);
    } else {
      effects.add("dead UNREADABLE");
    }
    return seen();
  }

  /** Time goes by; returns what must be seen. */
  List<String> tick(Instant now) {
    slots.values().forEach(slot -> slot.tick(now));
    List<Long> over =
        slots.values().stream()
            .filter(slot -> !slot.plan.end(slot.start).plus(House.RETENTION).isAfter(now))
            .map(slot -> slot.id)
            .toList();
    over.forEach(slots::remove);
    over.forEach(answers::remove);
    // What was answered where no slot is is forgotten in its own time.
    for (Stray stray : strays) {
      boolean due = !stray.until().isAfter(now) && !slots.containsKey(stray.ask().slot());
      if (due && answers.containsKey(stray.ask().slot())) {
        answers.get(stray.ask().slot()).forget(stray.ask().by());
      }
    }
    strays.removeIf(stray -> !stray.until().isAfter(now));
    return seen();
  }

  private List<String> seen() {
    List<String> all = List.copyOf(effects);
    effects.clear();
    return all;
  }

  private void ask(Message.Ask ask, Instant now) {
    ReferenceModel slot = slots.get(ask.slot());
    Answers given = answers.computeIfAbsent(ask.slot(), any -> new Answers());
    if (slot == null && !given.has(ask.by())) {
      strays.add(new Stray(now.plus(House.RETENTION), ask));
    }
    String nothing = ask.verb().aboutBooking ? "BOOKING_NOT_FOUND" : "TIMESLOT_NOT_FOUND";
    effects.add(
        given.to(
            ask.by(), ask.verb().forAdmins, () -> slot == null ? nothing : slot.decide(ask, now)));
  }

  private Optional<ReferenceModel> slotOf(long booking, Instant now) {
    Optional<ReferenceModel> slot = Optional.ofNullable(slots.get(booking / 100_000));
    slot.ifPresent(known -> known.expire(now));
    return slot.filter(known -> known.booking(booking) != NOBODY);
  }

  private void pay(Message.Pay pay, Instant now) {
    if (pay.cents() <= 0) {
      effects.add("dead AMOUNT_NOT_POSITIVE");
    } else if (!paid.containsKey(pay.paymentId())) {
      paid.put(pay.paymentId(), pay.booking());
      receive(pay, slotOf(pay.booking(), now), now);
    } else if (paid.get(pay.paymentId()) != pay.booking()) {
      effects.add("dead PAYMENT_REUSED");
    }
  }

  private void receive(Message.Pay pay, Optional<ReferenceModel> slot, Instant now) {
    Optional<ReferenceBooking> it = slot.map(known -> known.booking(pay.booking()));
    String why = slot.map(known -> known.pay(pay, it.orElseThrow(), now)).orElse("unknown_booking");
    String money = pay.paymentId() + " " + pay.cents() + " " + pay.currency() + " " + why;
    if (slot.isEmpty()) {
      effects.add("dead UNKNOWN_BOOKING");
      effects.add("refund " + money);
    } else if (!why.isEmpty()) {
      it.orElseThrow().refunds.put(pay.paymentId(), "");
      slot.get().say("PaymentRefunded " + pay.booking() + " " + money);
    }
  }

  private void payFailed(Message.PayFailed attempt, Instant now) {
    Long known = failed.putIfAbsent(attempt.paymentId(), attempt.booking());
    if (known != null && known != attempt.booking()) {
      effects.add("dead PAYMENT_REUSED");
    } else if (known == null) {
      Optional<ReferenceModel> slot = slotOf(attempt.booking(), now);
      slot.filter(one -> one.booking(attempt.booking()).is("PENDING"))
          .ifPresent(
              one ->
                  one.say("PaymentAttemptFailed " + attempt.booking() + " " + attempt.paymentId()));
      if (slot.isEmpty()) {
        effects.add("dead UNKNOWN_BOOKING");
      }
    }
  }

  private void settle(Message.Settle settled, Instant now) {
    boolean known = paid.getOrDefault(settled.paymentId(), 0L) == settled.booking();
    if (!known || settled.refundId().equals(World.FORGED)) {
      effects.add("dead UNKNOWN_REFUND");
      return;
    }
    String forgotten = settled.succeeded() ? "" : "REFUND_FAILED";
    String problem =
        slotOf(settled.booking(), now).map(slot -> settle(settled, slot)).orElse(forgotten);
    if (!problem.isEmpty()) {
      effects.add("dead " + problem);
    }
  }

  private static String settle(Message.Settle settled, ReferenceModel slot) {
    Map<String, String> refunds = slot.booking(settled.booking()).refunds;
    String word = settled.succeeded() ? "SUCCEEDED" : "FAILED";
    String before = refunds.getOrDefault(settled.paymentId(), "never");
    if (before.isEmpty()) {
      refunds.put(settled.paymentId(), word);
      slot.say("RefundClosed " + settled.booking() + " " + settled.paymentId() + " " + word);
      return "";
    } else if (before.equals("never")) {
      return "UNKNOWN_REFUND";
    }
    return before.equals(word) ? "" : "REFUND_ALREADY_SETTLED";
  }
}
