package booking.local.checker.mutant;

import static booking.local.checker.log.TopicNames.PAYMENT_SUCCEEDED;
import static booking.local.checker.log.TopicNames.REFUND_REQUESTED;
import static booking.local.checker.mutant.Edits.adding;
import static booking.local.checker.mutant.Edits.saying;
import static booking.local.checker.mutant.Edits.without;

import booking.local.checker.log.Fields;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/** Faults of money that came and money that goes back. */
final class MoneyFaults {

  private static final Predicate<Fields> ANY = any -> true;

  private MoneyFaults() {}

  static List<Mutant> all() {
    return List.of(
        new Mutant(
            "refund twice",
            "I3",
            adding(REFUND_REQUESTED, ANY, refund -> refund.with("refundId", "another-refund"))),
        new Mutant("refund skipped", "I3", without(REFUND_REQUESTED, ANY)),
        new Mutant("the same refund again", "I3", adding(REFUND_REQUESTED, ANY, same -> same)),
        new Mutant(
            "a cent too much",
            "I3",
            saying(
                REFUND_REQUESTED,
                ANY,
                refund ->
                    refund.with("amount", refund.money("amount").add(new BigDecimal("0.01"))))),
        new Mutant(
            "money kept for nothing",
            "I3",
            adding(PAYMENT_SUCCEEDED, ANY, paid -> paid.with("paymentId", "swallowed"))),
        new Mutant(
            "a payment vanishes",
            "I12",
            adding(PAYMENT_SUCCEEDED, ANY, paid -> paid.with("paymentId", "vanished"))),
        new Mutant(
            "another booking's money goes back",
            "I8",
            saying(REFUND_REQUESTED, ANY, refund -> refund.with("bookingId", 1L << 40))),
        new Mutant("event without its refund", "I8", without(REFUND_REQUESTED, ANY)));
  }
}
