package booking.local.checker.invariant;

import booking.local.checker.log.LogRecord;
import booking.local.checker.log.Place;
import java.util.Map;
import java.util.Optional;

/** A record that was put aside: where it lay and why. */
record DeadLetter(Place origin, String reason) {

  /** What the headers say; nothing if they do not say where, why and when. */
  static Optional<DeadLetter> of(LogRecord record) {
    Map<String, String> headers = record.headers();
    boolean whole =
        headers.getOrDefault("partition", "").matches("\\d{1,9}")
            && headers.getOrDefault("offset", "").matches("\\d{1,18}")
            && !headers.getOrDefault("topic", "").isEmpty()
            && !headers.getOrDefault("reason", "").isBlank()
            && !headers.getOrDefault("time", "").isEmpty();
    return whole
        ? Optional.of(
            new DeadLetter(
                new Place(
                    headers.get("topic"),
                    Integer.parseInt(headers.get("partition")),
                    Long.parseLong(headers.get("offset"))),
                headers.get("reason")))
        : Optional.empty();
  }
}
