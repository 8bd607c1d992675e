package booking.worker.stream;

import booking.schemas.BookingRequest;
import booking.schemas.RequestResult;
import booking.schemas.Role;
import booking.schemas.internal.RememberedAnswer;
import booking.worker.slot.Booking;
import booking.worker.slot.Decision.Accepted;
import booking.worker.slot.Decision.Refused;
import booking.worker.slot.InView;
import booking.worker.slot.Refusal;
import booking.worker.slot.RequestRef;
import booking.worker.slot.Slot;
import booking.worker.slot.SlotCommand;
import booking.worker.slot.SlotState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Answers requests, each exactly once: a request that was answered before gets its first answer
 * again. An accepted one is remembered by the booking that it changed, any other on its own.
 */
final class RequestDesk {

  private final SlotWriter writer;
  private final SlotStores stores;
  private final Outbox outbox;

  RequestDesk(SlotWriter writer, SlotStores stores, Outbox outbox) {
    this.writer = writer;
    this.stores = stores;
    this.outbox = outbox;
  }

  void answer(BookingRequest request, SlotCommand command, Instant now) {
    SlotState state = writer.state(request.getTimeslotId());
    InView view = writer.view(request.getTimeslotId(), command.about(), now);
    Optional<RequestResult> earlier = firstAnswer(request, state, view, now);
    RequestResult result =
        earlier.isPresent() ? earlier.get() : decide(request, command, state, view, now);
    outbox.send(new Reply(request.getReplyPartition(), result), now);
  }

  private Optional<RequestResult> firstAnswer(
      BookingRequest request, SlotState state, InView view, Instant now) {
    Optional<RememberedAnswer> remembered =
        stores.answer(request.getTimeslotId(), request.getRequestId());
    if (remembered.isPresent()) {
      RememberedAnswer answer = remembered.get();
      return Optional.of(
          answer.getFingerprint() == request.getFingerprint()
              ? ResultTranslation.repeated(answer.getResult())
              : reused(request, now));
    }
    for (Booking booking : view.bookings()) {
      List<RequestRef> requests = booking.requests();
      for (int i = 0; i < requests.size(); i++) {
        if (requests.get(i).requestId().equals(request.getRequestId())) {
          return Optional.of(
              requests.get(i).fingerprint() == request.getFingerprint()
                  ? again(request, state, i == 0 ? booking.asFirstAnswered() : booking)
                  : reused(request, now));
        }
      }
    }
    return Optional.empty();
  }

  private static RequestResult again(BookingRequest request, SlotState state, Booking booking) {
    RequestResult.Builder result =
        ResultTranslation.of(request, booking.updatedAt())
            .setRepeated(true)
            .setAccepted(true)
            .setBookingAfter(BookingTranslation.snapshot(booking));
    if (state instanceof Slot slot) {
      result.setVersion(slot.version()).setTimeslotAfter(SlotTranslation.snapshot(slot));
    }
    return result.build();
  }

  private static RequestResult reused(BookingRequest request, Instant now) {
    return refused(request, Refusal.IDEMPOTENCY_KEY_REUSED, now);
  }

  private static RequestResult refused(BookingRequest request, Refusal refusal, Instant now) {
    return ResultTranslation.of(request, now)
        .setAccepted(false)
        .setCode(refusal.name())
        .setDetail(refusal.detail())
        .build();
  }

  private RequestResult decide(
      BookingRequest request, SlotCommand command, SlotState state, InView view, Instant now) {
    if (RequestTranslation.needsAdmin(request) && request.getActor().getRole() != Role.ADMIN) {
      return refused(request, Refusal.FORBIDDEN, now);
    }
    Cause cause = Cause.of(request.getRequestId(), request.getActor().getUserId());
    SlotWriter.Outcome outcome = writer.record(state, command, view, cause.at(now));
    RequestResult result = result(request, outcome, now);
    boolean bookingRemembers =
        outcome.booking().isPresent() && !(command instanceof SlotCommand.Close);
    // Where no slot is, nothing would ever forget the answer; it is the same without remembering.
    if (!bookingRemembers && state instanceof Slot) {
      stores.put(request.getTimeslotId(), new RememberedAnswer(request.getFingerprint(), result));
    }
    return result;
  }

  private static RequestResult result(
      BookingRequest request, SlotWriter.Outcome outcome, Instant now) {
    RequestResult.Builder result = ResultTranslation.of(request, now);
    if (outcome.answer() instanceof Refused refused) {
      return result
          .setAccepted(false)
          .setCode(refused.refusal().name())
          .setDetail(refused.detail())
          .build();
    }
    if (!(outcome.answer() instanceof Accepted)) {
      throw new IllegalStateException("Not an answer to a request: " + outcome.answer());
    }
    outcome
        .slot()
        .ifPresent(
            slot ->
                result
                    .setVersion(outcome.changed() ? slot.version() : null)
                    .setTimeslotAfter(SlotTranslation.snapshot(slot)));
    return result
        .setAccepted(true)
        .setBookingAfter(outcome.booking().map(BookingTranslation::snapshot).orElse(null))
        .build();
  }
}
