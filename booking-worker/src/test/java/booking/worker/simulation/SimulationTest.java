package booking.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class SimulationTest {

  private static final Logger LOG = LoggerFactory.getLogger(SimulationTest.class);
  private static final int SEEDS_THAT_SEE_ALL = 500;

  /** What the rules know; a world in which it never happens would prove nothing about it. */
  private static final String[] EVERYTHING = {
    "answer ACCEPTED PENDING",
    "answer ACCEPTED CONFIRMED",
    "answer ACCEPTED CANCELLED",
    "answer ACCEPTED NO_SHOW",
    "answer TIMESLOT_NOT_FOUND",
    "answer ROOM_MISMATCH",
    "answer TIMESLOT_CLOSED",
    "answer TIMESLOT_STARTED",
    "answer ALREADY_BOOKED",
    "answer TIMESLOT_FULL",
    "answer BOOKING_NOT_FOUND",
    "answer CANNOT_CANCEL cancelled",
    "answer CANNOT_CANCEL completed",
    "answer CANNOT_CANCEL no_show",
    "answer NOT_CONFIRMED",
    "answer TIMESLOT_NOT_STARTED",
    "answer FORBIDDEN",
    "answer ROOM_INACTIVE",
    "answer IDEMPOTENCY_KEY_REUSED",
    "again ACCEPTED PENDING",
    "again ACCEPTED CANCELLED",
    "again TIMESLOT_FULL",
    "BookingHeld",
    "BookingConfirmed",
    "BookingCancelled USER",
    "BookingCancelled VENUE",
    "BookingCancelled HOLD_EXPIRED",
    "BookingCompleted",
    "BookingNoShow",
    "PaymentAttemptFailed",
    "PaymentRefunded EUR amount_mismatch",
    "PaymentRefunded USD amount_mismatch",
    "PaymentRefunded EUR late_payment",
    "PaymentRefunded EUR duplicate_payment",
    "PaymentRefunded EUR booking_cancelled",
    "refund EUR unknown_booking",
    "RefundClosed SUCCEEDED",
    "RefundClosed FAILED",
    "TimeslotCreated",
    "TimeslotChanged",
    "TimeslotClosed",
    "TimeslotOpened",
    "dead UNREADABLE",
    "dead AMOUNT_NOT_POSITIVE",
    "dead PAYMENT_REUSED",
    "dead UNKNOWN_BOOKING",
    "dead UNKNOWN_REFUND",
    "dead REFUND_ALREADY_SETTLED",
    "dead REFUND_FAILED"
  };

  @Test
  void everySeedAgreesWithTheRules() {
    long firstSeed = Long.getLong("firstSeed", 1);
    int seeds = Integer.getInteger("seeds", 2_000);
    Instant begin = Instant.now();
    Map<String, Long> census =
        Simulation.run(firstSeed, seeds, () -> Fault.NONE, Judges.Panel.BOTH);
    LOG.info(
        "simulation seeds={} operations={} firstSeed={} took={}\n{}",
        seeds,
        (long) seeds * Simulation.OPERATIONS,
        firstSeed,
        Duration.between(begin, Instant.now()),
        table(census));
    if (seeds >= SEEDS_THAT_SEE_ALL) {
      assertThat(census).containsKeys(EVERYTHING);
    }
  }

  private static String table(Map<String, Long> census) {
    return census.entrySet().stream()
        .map(entry -> "%9d %s".formatted(entry.getValue(), entry.getKey()))
        .collect(Collectors.joining("\n"));
  }
}
