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

  /** Decides a request and says what to do of it; until that is run nothing is done. */
  Runnable consider(BookingRequest request, SlotCommand command, Instant now) {
    SlotState state = writer.state(request.getTimeslotId());
    Optional<RequestResult> before = firstAnswers.find(request, state, now);
    if (before.isPresent()) {
      return () -> reply(request, before.get(), now);
    }
    boolean forbidden =
        RequestTranslation.needsAdmin(request) && request.getActor().getRole() != Role.ADMIN;
    if (forbidden) {
      RequestResult refused = ResultTranslation.refused(request, Refusal.FORBIDDEN, now);
      return () -> rememberAndReply(request, refused, now);
    }
    Cause cause = Cause.of(request.getRequestId(), request.getActor().getUserId());
    Outcome outcome = writer.consider(state, command, cause, now);
    RequestResult result = result(request, command, outcome, now);
    boolean bookingRemembers = command instanceof SlotCommand.Book && result.getAccepted();
    return () -> {
      writer.carryOut(outcome);
      if (bookingRemembers) {
        reply(request, result, now);
      } else {
        rememberAndReply(request, result, now);
      }
    };
  }

  private void rememberAndReply(BookingRequest request, RequestResult result, Instant now) {
    firstAnswers.remember(request, result);
    reply(request, result, now);
  }

  private void reply(BookingRequest request, RequestResult result, Instant now) {
    outbox.send(new Reply(request.getReplyPartition(), result), now);
  }

  private static RequestResult result(
      BookingRequest request, SlotCommand command, Outcome outcome, Instant now) {
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
