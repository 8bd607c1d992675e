package booking.local.faults.load;

import booking.local.faults.load.Payments.Payment;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * A customer who books one slot after the other and makes something of each booking: pays it
 * exactly, wrongly, twice or too late, cancels it before or after, or forgets it.
 */
final class Customer {

  private static final BigDecimal PRICE = new BigDecimal("10.00");
  private static final BigDecimal WRONG = new BigDecimal("9.99");
  private static final int HOT_PERCENT = 15;

  private final Caller caller;
  private final Payments payments;
  private final Places places;
  private final Random random;
  private final long user;
  private int bookings;

  /**
   * Where to book.
   *
   * @param plenty slots that have room
   * @param hot slots that everybody wants
   * @param late after which a hold has ended
   */
  record Places(List<Long> plenty, List<Long> hot, Duration late) {

    long any(Random random) {
      List<Long> some = random.nextInt(100) < HOT_PERCENT ? hot : plenty;
      return some.get(random.nextInt(some.size()));
    }
  }

  Customer(long user, Caller caller, Payments payments, Places places, Random random) {
    this.user = user;
    this.caller = caller;
    this.payments = payments;
    this.places = places;
    this.random = random;
  }

  /** Books once, and does what comes of it. */
  void act() {
    long slot = places.any(random);
    bookings++;
    Telling booked = caller.insist(Wish.book(slot, "book-" + bookings));
    if (booked.booking().isEmpty()) {
      return;
    }
    long booking = booked.booking().getAsLong();
    caller.call(Wish.read(booking, slot));
    int fate = random.nextInt(100);
    if (fate < 55) {
      pay(booking, PRICE, Duration.ZERO);
      later(booking, slot, fate < 30);
    } else if (fate < 62) {
      payTwice(booking);
    } else if (fate < 67) {
      pay(booking, WRONG, Duration.ZERO);
    } else if (fate < 72) {
      pay(booking, PRICE, places.late());
    } else if (fate < 92) {
      cancel(booking, slot);
    }
  }

  private void later(long booking, long slot, boolean cancels) {
    caller.call(Wish.read(booking, slot));
    if (cancels) {
      cancel(booking, slot);
      caller.call(Wish.read(booking, slot));
    }
  }

  private void cancel(long booking, long slot) {
    caller.insist(Wish.cancel(booking, slot, "cancel-" + booking));
  }

  /** The same payment again, and another one for the same booking. */
  private void payTwice(long booking) {
    Payment first = payment(booking, PRICE, "a");
    payments.pay(first, Duration.ZERO);
    payments.pay(first, Duration.ofMillis(300));
    payments.pay(payment(booking, PRICE, "b"), Duration.ofMillis(600));
  }

  private void pay(long booking, BigDecimal amount, Duration after) {
    payments.pay(payment(booking, amount, "a"), after);
  }

  private Payment payment(long booking, BigDecimal amount, String which) {
    return new Payment("pay-" + booking + "-" + which, user, booking, amount);
  }
}
