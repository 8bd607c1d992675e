package booking.local.checker.table;

import static java.util.Comparator.comparing;

import booking.local.checker.log.Fields;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One thing that the log says of a request. It may say several, on partitions that have no order
 * between them; the strongest makes the row.
 *
 * @param code of its refusal
 */
public record DecidedRequest(
    String id,
    long userId,
    Optional<String> code,
    Optional<Long> timeslotId,
    Optional<Long> bookingId,
    Optional<Long> roomId,
    Instant at) {

  /**
   * Accepted before refused, the catalogue's word before that of the slots it touched, earlier
   * before later, the slot that was there first.
   */
  private static final Comparator<DecidedRequest> STRONGEST_FIRST =
      comparing((DecidedRequest it) -> it.code.isPresent())
          .thenComparing(it -> it.roomId.isEmpty())
          .thenComparing(it -> it.at)
          .thenComparing(it -> it.timeslotId.orElse(0L));

  /** What an event of a slot says, if a request caused it. */
  public static Optional<DecidedRequest> ofBookingEvent(Fields event) {
    return event
        .maybe("requestId", event::text)
        .map(
            id ->
                new DecidedRequest(
                    id,
                    event.number("requestedBy"),
                    Optional.empty(),
                    Optional.of(event.number("timeslotId")),
                    event
                        .maybe("bookingAfter", event::record)
                        .map(booking -> booking.number("bookingId")),
                    Optional.empty(),
                    event.time("occurredAt")));
  }

  /** What an event of the catalogue says. */
  public static DecidedRequest ofCatalogEvent(Fields event) {
    return new DecidedRequest(
        event.text("requestId"),
        event.number("requestedBy"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(event.record("roomAfter").number("roomId")),
        event.time("occurredAt"));
  }

  /** What a result says, if no event says it and it is about this request. */
  public static Optional<DecidedRequest> ofResult(Fields result) {
    Optional<String> code = result.maybe("code", result::text);
    boolean saidElsewhere =
        result.has("version")
            || result.flag("repeated")
            || code.equals(Optional.of("IDEMPOTENCY_KEY_REUSED"));
    if (saidElsewhere) {
      return Optional.empty();
    }
    return Optional.of(
        new DecidedRequest(
            result.text("requestId"),
            result.number("userId"),
            code,
            result.maybe("timeslotId", result::number),
            result.maybe("bookingAfter", result::record).map(after -> after.number("bookingId")),
            result.maybe("roomAfter", result::record).map(room -> room.number("roomId")),
            result.time("decidedAt")));
  }

  public DecidedRequest orStronger(DecidedRequest other) {
    return STRONGEST_FIRST.compare(other, this) < 0 ? other : this;
  }

  public TableRow row() {
    return new TableRow(
        TableName.REQUESTS,
        List.of(
            id,
            Long.toString(userId),
            code.isPresent() ? "rejected" : "accepted",
            code.orElse(TableRow.NOTHING),
            number(timeslotId),
            number(bookingId),
            number(roomId),
            at.toString()));
  }

  private static String number(Optional<Long> number) {
    return number.map(Object::toString).orElse(TableRow.NOTHING);
  }
}
