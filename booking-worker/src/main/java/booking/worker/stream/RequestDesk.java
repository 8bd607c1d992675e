package booking.worker.stream;

import booking.schemas.BookingRequest;
import booking.schemas.BookingSnapshot;
import booking.schemas.RequestResult;
import booking.schemas.Role;
import booking.worker.slot.Decision.Accepted;
import booking.worker.slot.Decision.Refused;
import booking.worker.slot.Refusal;
import booking.worker.slot.SlotCommand;
import booking.worker.slot.SlotState;
import java.time.Instant;
import java.util.Optional;

/**
 * Answers requests, each exactly once: one that was answered before gets its first answer again.
 */
final class RequestDesk {

  private final SlotWriter writer;
  private final FirstAnswers firstAnswers;
  private final Outbox outbox;

  RequestDesk(SlotWriter writer, FirstAnswers firstAnswers, Outbox outbox) {
    this.writer = writer;
    this.firstAnswers = firstAnswers;
    this.outbox = outbox;
  }

  void answer(BookingRequest request, SlotCommand command, Instant now) {
    SlotState state = writer.state(request.getTimeslotId());
    RequestResult result =
        firstAnswers.find(request, state, now).orElseGet(() -> first(request, command, state, now));
    outbox.send(new Reply(request.getReplyPartition(), result), now);
  }

  private RequestResult first(
      BookingRequest request, SlotCommand command, SlotState state, Instant now) {
    boolean forbidden =
        RequestTranslation.needsAdmin(request) && request.getActor().getRole() != Role.ADMIN;
    if (forbidden) {
      return remembered(request, ResultTranslation.refused(request, Refusal.FORBIDDEN, now));
    }
    Cause cause = Cause.of(request.getRequestId(), request.getActor().getUserId());
    SlotWriter.Outcome outcome = writer.decide(state, command, cause, now);
    RequestResult result = result(request, command, outcome, now);
    boolean bookingRemembers = command instanceof SlotCommand.Book && result.getAccepted();
    return bookingRemembers ? result : remembered(request, result);
  }

  private RequestResult remembered(BookingRequest request, RequestResult result) {
    firstAnswers.remember(request, result);
    writer.forgetEventually(request.getTimeslotId(), result.getDecidedAt());
    return result;
  }

  private static RequestResult result(
      BookingRequest request, SlotCommand command, SlotWriter.Outcome outcome, Instant now) {
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
    // Closing may end many bookings; none of them is the answer.
    Optional<BookingSnapshot> booking =
        command instanceof SlotCommand.Close
            ? Optional.empty()
            : outcome.own().flatMap(Left::bookingSnapshot);
    return result
        .setAccepted(true)
        .setVersion(outcome.version().orElse(null))
        .setTimeslotAfter(outcome.timeslotAfter().orElse(null))
        .setBookingAfter(booking.orElse(null))
        .build();
  }
}
