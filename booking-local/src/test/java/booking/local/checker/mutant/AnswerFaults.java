package booking.local.checker.mutant;

import static booking.local.checker.log.TopicNames.BOOKING_EVENTS;
import static booking.local.checker.log.TopicNames.BOOKING_RESULTS;
import static booking.local.checker.log.TopicNames.NOTIFICATIONS;
import static booking.local.checker.mutant.Edits.adding;
import static booking.local.checker.mutant.Edits.fact;
import static booking.local.checker.mutant.Edits.saying;
import static booking.local.checker.mutant.Edits.without;

import booking.local.checker.log.Fields;
import java.util.List;
import java.util.function.Predicate;

/** Faults of what clients and customers are told. */
final class AnswerFaults {

  private static final Predicate<Fields> ANY = any -> true;

  private AnswerFaults() {}

  static List<Mutant> all() {
    Predicate<Fields> first = result -> !result.flag("repeated") && result.flag("accepted");
    return List.of(
        new Mutant("dedup off", "I2", adding(BOOKING_RESULTS, first, result -> result)),
        new Mutant("result dropped", "I2", without(BOOKING_RESULTS, first)),
        new Mutant(
            "a repeat is not answered",
            "I2",
            without(BOOKING_RESULTS, result -> result.flag("repeated"))),
        new Mutant(
            "a result without a request",
            "I2",
            adding(BOOKING_RESULTS, first, result -> result.with("requestId", "nobody-asked"))),
        new Mutant("result without its event", "I8", without(BOOKING_EVENTS, fact("BookingHeld"))),
        new Mutant("event without its result", "I8", without(BOOKING_RESULTS, first)),
        new Mutant("notification dropped", "I8", without(NOTIFICATIONS, ANY)),
        new Mutant(
            "somebody else is notified",
            "I8",
            saying(NOTIFICATIONS, ANY, told -> told.with("userId", 1L << 40))),
        new Mutant("notified twice", "I8", adding(NOTIFICATIONS, ANY, told -> told)));
  }
}
