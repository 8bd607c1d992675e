package booking.worker.simulation;

import booking.worker.simulation.Message.Generate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The rules of a slot told a second time, from their text alone and as plainly as possible. */
final class ReferenceModel {

  final long id;
  final Generate plan;
  final Instant start;
  List<Message.Tier> policy = House.POLICY;
  private final Map<Long, ReferenceBooking> bookings = new TreeMap<>();
  private final Consumer<String> seen;
  private boolean open = true;

  ReferenceModel(long id, Generate plan, Instant start, Consumer<String> seen) {
    this.id = id;
    this.plan = plan;
    this.start = start;
    this.seen = seen;
  }

  void say(String words) {
    seen.accept(id + " " + words);
  }

  boolean startedAt(Instant now) {
    return !start.isAfter(now);
  }

  ReferenceBooking booking(long bookingId) {
    return bookings.getOrDefault(bookingId, ReferenceBooking.NOBODY);
  }

  private List<ReferenceBooking> all(String... statuses) {
    return bookings.values().stream().filter(it -> it.is(statuses)).toList();
  }

  private boolean hasLiveOf(long user) {
    return all("PENDING", "CONFIRMED").stream().anyMatch(it -> it.user == user);
  }

  private boolean isFull() {
    return bookings.size() - all("CANCELLED").size() == plan.seats();
  }

  void expire(Instant now) {
    for (ReferenceBooking it : all("PENDING")) {
      if (!it.until.isAfter(now)) end(it, "HOLD_EXPIRED", now);
    }
  }

  String decide(Message.Ask ask, Instant now) {
    expire(now);
    ReferenceBooking it = booking(ask.target());
    boolean theirs = ask.verb() != Message.Verb.CANCEL || it.user == ask.by().user();
    boolean found = theirs && it != ReferenceBooking.NOBODY;
    if (ask.verb().aboutBooking && !found) return "BOOKING_NOT_FOUND";
    return switch (ask.verb()) {
      case BOOK -> book(ask, now);
      case CANCEL -> cancel(it, "USER", now);
      case CANCEL_BY_VENUE -> cancel(it, "VENUE", now);
      case NO_SHOW -> miss(it, now);
      case CLOSE -> close(ask.cancelBookings(), now);
      case OPEN -> set(true);
    };
  }

  private String book(Message.Ask ask, Instant now) {
    if (ask.target() != 0 && ask.target() != plan.room()) return "ROOM_MISMATCH";
    if (!open) return "TIMESLOT_CLOSED";
    if (startedAt(now)) return "TIMESLOT_STARTED";
    if (hasLiveOf(ask.by().user())) return "ALREADY_BOOKED";
    if (isFull()) return "TIMESLOT_FULL";
    Instant hold = now.plus(House.HOLD).isBefore(start) ? now.plus(House.HOLD) : start;
    long number = id * 100_000 + bookings.size() + 1;
    ReferenceBooking it = new ReferenceBooking(number, ask.by().user(), hold, policy);
    bookings.put(number, it);
    it.status = plan.cents() == 0 ? "CONFIRMED" : "PENDING";
    say((plan.cents() == 0 ? "BookingConfirmed " : "BookingHeld ") + number);
    return "ACCEPTED " + number + " " + it.status;
  }

  private String cancel(ReferenceBooking it, String reason, Instant now) {
    if (!it.is("PENDING", "CONFIRMED")) return "CANNOT_CANCEL " + it.word();
    if (reason.equals("USER") && startedAt(now)) return "TIMESLOT_STARTED";
    return "ACCEPTED " + it.id + " CANCELLED " + end(it, reason, now);
  }

  /** A live booking ends; returns what goes back, in cents. */
  private long end(ReferenceBooking it, String reason, Instant now) {
    long percent = reason.equals("VENUE") ? 100 : it.promised(Duration.between(now, start));
    long back = it.payment.isEmpty() ? 0 : (plan.cents() * percent + 50) / 100;
    if (back > 0) it.refunds.put(it.payment, "");
    it.status = "CANCELLED";
    it.reason = reason;
    say("BookingCancelled " + it.id + " " + reason + " " + back);
    return back;
  }

  private String miss(ReferenceBooking it, Instant now) {
    if (!it.is("CONFIRMED", "COMPLETED")) return "NOT_CONFIRMED";
    if (!startedAt(now)) return "TIMESLOT_NOT_STARTED";
    it.status = "NO_SHOW";
    say("BookingNoShow " + it.id);
    return "ACCEPTED " + it.id + " NO_SHOW";
  }

  String close(boolean cancelBookings, Instant now) {
    if (cancelBookings) all("PENDING", "CONFIRMED").forEach(it -> end(it, "VENUE", now));
    return set(false);
  }

  private String set(boolean nowOpen) {
    if (open != nowOpen) say(nowOpen ? "TimeslotOpened" : "TimeslotClosed");
    open = nowOpen;
    return "ACCEPTED";
  }

  /** Keeps the money, or says why it goes back. */
  String pay(Message.Pay pay, ReferenceBooking it, Instant now) {
    boolean exact = pay.cents() == plan.cents() && pay.currency().equals(House.CURRENCY);
    boolean seat = open && !startedAt(now) && !isFull() && !hasLiveOf(it.user);
    if (!exact) return "amount_mismatch";
    if (it.is("CONFIRMED", "COMPLETED", "NO_SHOW")) return "duplicate_payment";
    if (it.is("CANCELLED") && !it.reason.equals("HOLD_EXPIRED")) return "booking_cancelled";
    if (it.is("CANCELLED") && !seat) return "late_payment";
    it.status = "CONFIRMED";
    it.payment = pay.paymentId();
    say("BookingConfirmed " + it.id + " " + it.payment);
    return "";
  }

  void tick(Instant now) {
    expire(now);
    List<ReferenceBooking> over = plan.end(start).isAfter(now) ? List.of() : all("CONFIRMED");
    over.forEach(it -> it.status = "COMPLETED");
    over.forEach(it -> say("BookingCompleted " + it.id));
  }
}
