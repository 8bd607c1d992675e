package booking.worker.stream;

import booking.worker.money.RefundPolicy;
import java.time.Duration;
import java.time.ZoneId;

/**
 * The house's settings that decisions read.
 *
 * @param holdTime how long a seat waits for its payment
 * @param retention how long after its end a slot's state is kept
 * @param refundPolicy of rooms without their own
 * @param currency ISO 4217, of rooms that do not say
 * @param timeZone of rooms that do not say
 * @param notifyCompleted whether customers hear of completed bookings
 */
public record Rules(
    Duration holdTime,
    Duration retention,
    RefundPolicy refundPolicy,
    String currency,
    ZoneId timeZone,
    boolean notifyCompleted) {}
