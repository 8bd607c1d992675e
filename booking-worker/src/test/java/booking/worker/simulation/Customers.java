package booking.worker.simulation;

import booking.schemas.BookingSnapshot;
import booking.schemas.RefundRequested;
import booking.schemas.RequestResult;
import booking.schemas.Topics;
import booking.worker.simulation.Message.Ask;
import booking.worker.simulation.Message.Asker;
import booking.worker.simulation.Message.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Everyone who writes to the worker in one world: a few customers who want the same few seats, an
 * admin, and a payment service that makes every mistake there is. They know what they were told.
 */
final class Customers {

  private static final int USERS = 5;
  private static final long ADMIN = 9;
  private static final long[] CENTS = {0, 2001, 4000, 999};

  private final String name;
  private final Random random;
  private final List<Message> sent = new ArrayList<>();
  private final List<Long> rooms = new ArrayList<>();
  private final List<Long> slots = new ArrayList<>();
  private final List<BookingSnapshot> bookings = new ArrayList<>();
  private final List<RefundRequested> refunds = new ArrayList<>();
  private int plans;
  private int numbers;

  Customers(String name, Random random) {
    this.name = name;
    this.random = random;
  }

  /** Takes note of what the worker answered. */
  void read(Step step) {
    for (RequestResult result : step.all(RequestResult.class)) {
      if (!result.getRepeated() && result.getAccepted()) {
        learn(result);
      }
    }
    refunds.addAll(step.all(RefundRequested.class));
  }

  private void learn(RequestResult result) {
    if (result.getBookingAfter() != null) {
      bookings.removeIf(old -> old.getBookingId() == result.getBookingAfter().getBookingId());
      bookings.add(result.getBookingAfter());
    } else if (result.getGenerated() != null) {
      long firstId = result.getGenerated().getFirstTimeslotId();
      for (int i = 0; i < result.getGenerated().getCount(); i++) {
        slots.add(firstId + i);
      }
    } else if (result.getRoomAfter() != null && rooms.isEmpty()) {
      rooms.add(result.getRoomAfter().getRoomId());
    }
  }

  /** The next thing that somebody says. */
  Message next() {
    Message message = invent();
    sent.add(message);
    return message;
  }

  private Message invent() {
    if (rooms.isEmpty()) {
      return new Message.NewRoom(admin(), "room " + name);
    } else if (plans < 2) {
      return plan();
    } else if (chance(12)) {
      return sent.get(random.nextInt(sent.size()));
    }
    return chance(40) ? aboutMoney() : chance(95) ? aboutSlots() : aboutRooms();
  }

  private Message plan() {
    plans++;
    long cents = plans == 2 ? 0 : CENTS[1 + random.nextInt(CENTS.length - 1)];
    int opens = 6 + random.nextInt(12);
    return new Message.Generate(
        admin(),
        rooms.get(0),
        World.DAY.plusDays(plans),
        opens,
        opens + 1 + random.nextInt(2),
        1 + random.nextInt(3),
        cents);
  }

  private Message aboutRooms() {
    int what = random.nextInt(10);
    if (what < 3 && plans < 5) {
      return plan();
    } else if (what < 5) {
      List<Message.Tier> policy = List.of(new Message.Tier(48 - what, 90), new Message.Tier(2, 33));
      return new Message.RoomChange(anyAdmin(), rooms.get(0), true, false, policy);
    }
    boolean active = what < 9;
    return new Message.RoomChange(anyAdmin(), rooms.get(0), active, chance(50), List.of());
  }

  private Message aboutSlots() {
    int what = random.nextInt(100);
    if (what < 55) {
      long room = chance(5) ? 1_000_000 : chance(30) ? rooms.get(0) : 0;
      return new Ask(customer(), Verb.BOOK, slot(), room, false);
    } else if (what < 95) {
      Verb verb =
          what < 72
              ? Verb.CANCEL
              : what < 79
                  ? Verb.CANCEL_BY_VENUE
                  : what < 85 ? Verb.NO_SHOW : what < 88 ? Verb.CLOSE : Verb.OPEN;
      return ask(verb);
    }
    return chance(50) ? new Message.Garbage(Topics.BOOKING_REQUESTS, "1") : reuse();
  }

  private Ask ask(Verb verb) {
    if (!verb.aboutBooking) {
      return new Ask(anyAdmin(), verb, slot(), 0, chance(30));
    }
    long booking = booking();
    Asker by = verb.forAdmins ? anyAdmin() : chance(90) ? owner(booking) : customer();
    long slot = chance(97) ? booking / 100_000 : slot();
    return new Ask(by, verb, slot, booking, false);
  }

  /** An old request id for another question of the same user to the same slot. */
  private Message reuse() {
    List<Ask> asks = sent.stream().filter(Ask.class::isInstance).map(Ask.class::cast).toList();
    if (asks.isEmpty()) {
      return new Message.Garbage(Topics.BOOKING_REQUESTS, "");
    }
    Ask old = asks.get(random.nextInt(asks.size()));
    Asker by = new Asker(old.by().requestId(), ++numbers, old.by().user(), old.by().admin());
    if (chance(50)) {
      return new Ask(by, old.verb(), old.slot(), old.target(), !old.cancelBookings());
    }
    Verb verb = Verb.values()[random.nextInt(Verb.values().length)];
    long target = verb.aboutBooking ? old.slot() * 100_000 + 1 + random.nextInt(6) : 0;
    return new Ask(by, verb, old.slot(), target, false);
  }

  private Message aboutMoney() {
    int what = random.nextInt(100);
    if (what < 60) {
      return pay();
    } else if (what < 72) {
      return new Message.PayFailed(chance(70) ? newPayment() : oldPayment(), booking());
    } else if (what < 96) {
      return settle();
    }
    return new Message.Garbage(chance(50) ? Topics.PAYMENT_SUCCEEDED : Topics.REFUND_SETTLED, "x");
  }

  private Message pay() {
    long booking = booking();
    long price = price(booking);
    boolean right = price > 0 && chance(85);
    long cents = right ? price : chance(80) ? price + 1 : -random.nextInt(2);
    String currency = chance(96) ? House.CURRENCY : "USD";
    return new Message.Pay(chance(88) ? newPayment() : oldPayment(), booking, cents, currency);
  }

  private Message settle() {
    if (refunds.isEmpty() || chance(10)) {
      return new Message.Settle(World.FORGED, oldPayment(), booking(), true);
    }
    RefundRequested refund = refunds.get(random.nextInt(refunds.size()));
    long booking = chance(95) ? refund.getBookingId() : booking();
    return new Message.Settle(refund.getRefundId(), refund.getPaymentId(), booking, chance(70));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String newPayment() {
    return name + "-p" + ++numbers;
  }

  private String oldPayment() {
    return name + "-p" + random.nextInt(numbers + 1);
  }

  private Asker asker(long user, boolean admin) {
    numbers++;
    return new Asker(name + "-r" + numbers, numbers, user, admin);
  }

  private Asker admin() {
    return asker(ADMIN, true);
  }

  private Asker anyAdmin() {
    return asker(ADMIN, chance(95));
  }

  private Asker customer() {
    return asker(1 + random.nextInt(USERS), false);
  }

  private Asker owner(long booking) {
    return bookings.stream()
        .filter(known -> known.getBookingId() == booking)
        .findFirst()
        .map(known -> asker(known.getUserId(), false))
        .orElseGet(this::customer);
  }

  private long slot() {
    return chance(2) ? World.NO_SLOT : slots.get(random.nextInt(slots.size()));
  }

  /** Mostly one of the newest bookings, sometimes one that is not there. */
  private long booking() {
    if (bookings.isEmpty() || chance(4)) {
      return slot() * 100_000 + 1 + random.nextInt(60);
    }
    int back = chance(70) ? Math.min(4, bookings.size()) : bookings.size();
    return bookings.get(bookings.size() - 1 - random.nextInt(back)).getBookingId();
  }

  private long price(long booking) {
    return bookings.stream()
        .filter(known -> known.getBookingId() == booking)
        .findFirst()
        .map(known -> Seen.cents(known.getPrice()))
        .orElse(CENTS[random.nextInt(CENTS.length)]);
  }
}
