package booking.worker.simulation;

import booking.worker.stream.Rules;
import java.time.Duration;
import java.util.function.Supplier;

/** The faults that the judges must find, each on its own. */
enum DeliberateFault {
  CAPACITY_OFF_BY_ONE(FaultyReading.OneSeatMore::new),
  DEDUP_OFF(FaultyReading.DedupOff::new),
  REFUND_TWICE(FaultyWriting.RefundTwice::new),
  REFUND_SKIPPED(FaultyWriting::refundSkipped),
  VERSION_SKIPPED(FaultyWriting.VersionSkipped::new),
  HOLD_NEVER_EXPIRES(DeliberateFault::endlessHolds),
  EXPIRED_HOLD_COUNTED_AS_LIVE(FaultyReading.ExpiredHoldIsLive::new),
  VENUE_REFUND_BY_USER_TIERS(FaultyWriting.VenueRefundByUserTiers::new),
  LATE_PAYMENT_ALWAYS_REFUNDED(FaultyReading.LatePaymentAlwaysRefunded::new),
  RESULT_DROPPED(FaultyWriting::resultDropped),
  EVENT_DROPPED(FaultyWriting::eventDropped),
  NOTIFICATION_DROPPED(FaultyWriting::notificationDropped),
  DEAD_LETTER_DROPPED(FaultyWriting::deadLetterDropped),
  AMOUNT_NOT_COMPARED(FaultyReading.AmountNotCompared::new),
  PAYMENT_SPENT_TWICE(FaultyReading.PaymentSpentTwice::new),
  OWNER_NOT_CHECKED(FaultyReading.OwnerNotChecked::new),
  TICKS_LOST(DeliberateFault::ticksLost),
  BOOKINGS_LOST_ON_RESTART(() -> losing("bookings")),
  ANSWERS_LOST_ON_RESTART(() -> losing("answers")),
  PAYMENT_IDS_LOST_ON_RESTART(() -> losing("payments"));

  private final Supplier<Fault> maker;

  DeliberateFault(Supplier<Fault> maker) {
    this.maker = maker;
  }

  Fault make() {
    return maker.get();
  }

  private static Fault endlessHolds() {
    return new Fault() {
      @Override
      public Rules rules(Rules right) {
        return new Rules(
            Duration.ofDays(1_000),
            right.retention(),
            right.refundPolicy(),
            right.currency(),
            right.timeZone(),
            right.notifyCompleted());
      }
    };
  }

  private static Fault ticksLost() {
    return new Fault() {
      @Override
      public boolean ticks() {
        return false;
      }
    };
  }

  private static Fault losing(String lost) {
    return new Fault() {
      @Override
      public boolean keeps(String store) {
        return !store.equals(lost);
      }
    };
  }
}
