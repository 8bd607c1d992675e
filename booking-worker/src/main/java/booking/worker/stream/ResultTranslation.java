package booking.worker.stream;

import booking.schemas.BookingRequest;
import booking.schemas.CatalogRequest;
import booking.schemas.RequestResult;
import booking.worker.slot.Refusal;
import java.time.Instant;

/** The parts that all results share. */
final class ResultTranslation {

  private ResultTranslation() {}

  /** Begins the result of a request to a slot. */
  static RequestResult.Builder of(BookingRequest request, Instant now) {
    return RequestResult.newBuilder()
        .setRequestId(request.getRequestId())
        .setRepeated(false)
        .setUserId(request.getActor().getUserId())
        .setDecidedAt(now)
        .setTimeslotId(request.getTimeslotId());
  }

  /** Begins the result of a request to the catalogue. */
  static RequestResult.Builder of(CatalogRequest request, Instant now) {
    return RequestResult.newBuilder()
        .setRequestId(request.getRequestId())
        .setRepeated(false)
        .setUserId(request.getActor().getUserId())
        .setDecidedAt(now);
  }

  /** A refusal that no slot had to be asked for. */
  static RequestResult refused(BookingRequest request, Refusal refusal, Instant now) {
    return of(request, now)
        .setAccepted(false)
        .setCode(refusal.name())
        .setDetail(refusal.detail())
        .build();
  }

  /** The same answer once more. */
  static RequestResult repeated(RequestResult first) {
    return RequestResult.newBuilder(first).setRepeated(true).build();
  }
}
