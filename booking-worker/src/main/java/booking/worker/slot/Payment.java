package booking.worker.slot;

import booking.worker.money.Money;
import java.time.Instant;

/**
 * Money that arrived for a booking.
 *
 * @param paymentId spent once, over all slots
 * @param paidAt as the payment service says; no rule reads it
 */
public record Payment(String paymentId, Money amount, Instant paidAt) {}
