package booking.worker.readmodel;

import static java.util.Objects.requireNonNull;

import booking.schemas.RequestResult;
import booking.worker.readmodel.Row.RequestRow;
import java.util.List;
import java.util.Optional;

/**
 * The projection of the answers that left no event: refusals, and requests that changed nothing.
 */
final class ResultProjection {

  /** An answer to whoever took the id of another request; the row belongs to that other one. */
  private static final String NOT_ABOUT_THE_REQUEST = "IDEMPOTENCY_KEY_REUSED";

  private ResultProjection() {}

  /** The request's row, or nothing when an event tells it. */
  static List<Row> rows(RequestResult result) {
    boolean toldByAnEvent = result.getVersion() != null || result.getRepeated();
    if (toldByAnEvent || NOT_ABOUT_THE_REQUEST.equals(result.getCode())) {
      return List.of();
    }
    return List.of(
        new RequestRow(
            result.getRequestId(),
            result.getUserId(),
            refusal(result),
            Optional.ofNullable(result.getTimeslotId()),
            Optional.ofNullable(result.getBookingAfter()).map(booking -> booking.getBookingId()),
            room(result),
            result.getDecidedAt()));
  }

  private static Optional<String> refusal(RequestResult result) {
    return result.getAccepted()
        ? Optional.empty()
        : Optional.of(requireNonNull(result.getCode(), "code of a refusal"));
  }

  private static Optional<Long> room(RequestResult result) {
    return Optional.ofNullable(result.getRoomAfter())
        .map(room -> room.getRoomId())
        .or(() -> Optional.ofNullable(result.getGenerated()).map(made -> made.getRoomId()));
  }
}
