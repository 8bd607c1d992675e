package booking.worker.stream;

import booking.schemas.BookingRequest;
import booking.schemas.RequestResult;
import booking.schemas.internal.RememberedAnswer;
import booking.worker.slot.Booking;
import booking.worker.slot.Refusal;
import booking.worker.slot.RequestRef;
import booking.worker.slot.Slot;
import booking.worker.slot.SlotState;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The first answers to a slot's requests, for those that come again. A customer's booking in the
 * slot remembers the request that made it; any other answer is remembered on its own, and so is
 * that of a booking which its customer has outlived.
 */
final class FirstAnswers {

  private final AnswerStore answers;
  private final SlotStores stores;
  private final BookingIndex index;
  private final SlotAgenda agenda;
  // The others need no look into the store, and most requests come once, to a slot that has none.
  private final Set<Long> slotsWithAnswers = new HashSet<>();

  FirstAnswers(AnswerStore answers, SlotStores stores, BookingIndex index, SlotAgenda agenda) {
    this.answers = answers;
    this.stores = stores;
    this.index = index;
    this.agenda = agenda;
  }

  /**
   * Reads on through all that is remembered; until all is, any slot may have answers.
   *
   * @return how many were read
   */
  int readOn(int most) {
    return answers.readOn(most, this::know);
  }

  private void know(RequestResult answer) {
    slotsWithAnswers.add(answer.getTimeslotId());
    // Where a slot is, it takes its answers along when it is forgotten.
    if (!stores.hasSlot(answer.getTimeslotId())) {
      agenda.forgets(answer.getTimeslotId(), answer.getDecidedAt());
    }
  }

  /** The answer to give if this request, or another with its id, was answered before. */
  Optional<RequestResult> find(BookingRequest request, SlotState state, Instant now) {
    Optional<RememberedAnswer> remembered =
        mayHaveAnswers(request.getTimeslotId())
            ? answers.find(request.getTimeslotId(), request.getRequestId())
            : Optional.empty();
    if (remembered.isPresent()) {
      return remembered.map(answer -> again(request, answer, now));
    }
    return state instanceof Slot slot
        ? madeBooking(request, slot).map(booking -> again(request, booking, slot, now))
        : Optional.empty();
  }

  private boolean mayHaveAnswers(long timeslotId) {
    return !answers.allRead() || slotsWithAnswers.contains(timeslotId);
  }

  /** The booking that a request of this id made, if it is the one its customer is found by. */
  private Optional<Booking> madeBooking(BookingRequest request, Slot slot) {
    OptionalLong bookingId = index.bookingOf(slot.timeslotId(), request.getActor().getUserId());
    return bookingId.isEmpty()
        ? Optional.empty()
        : stores
            .booking(bookingId.getAsLong())
            .filter(booking -> made(booking).requestId().equals(request.getRequestId()));
  }

  private static RequestResult again(BookingRequest request, RememberedAnswer answer, Instant now) {
    return answer.getFingerprint() == request.getFingerprint()
        ? ResultTranslation.repeated(answer.getResult())
        : reused(request, now);
  }

  private static RequestResult again(
      BookingRequest request, Booking booking, Slot slot, Instant now) {
    return made(booking).fingerprint() == request.getFingerprint()
        ? ResultTranslation.repeated(firstAnswer(booking, slot))
        : reused(request, now);
  }

  /** The request that made the booking. */
  private static RequestRef made(Booking booking) {
    return booking.requests().get(0);
  }

  void remember(BookingRequest request, RequestResult result) {
    remember(new RememberedAnswer(request.getFingerprint(), result));
  }

  private void remember(RememberedAnswer answer) {
    answers.put(answer);
    know(answer.getResult());
  }

  /** Remembers what the customer's earlier booking can no longer be asked for. */
  void outlived(long bookingId, Slot slot) {
    stores
        .booking(bookingId)
        .ifPresent(
            booking ->
                remember(
                    new RememberedAnswer(made(booking).fingerprint(), firstAnswer(booking, slot))));
  }

  /** Forgets a slot's answers. */
  void forget(long timeslotId) {
    forget(timeslotId, Instant.MAX);
  }

  /** Forgets a slot's answers that were given until then. */
  void forget(long timeslotId, Instant until) {
    boolean none = answers.remove(timeslotId, answer -> !answer.getDecidedAt().isAfter(until));
    if (none) {
      slotsWithAnswers.remove(timeslotId);
    }
  }

  private static RequestResult firstAnswer(Booking booking, Slot slot) {
    return RequestResult.newBuilder()
        .setRequestId(made(booking).requestId())
        .setRepeated(false)
        .setUserId(booking.userId())
        .setDecidedAt(booking.createdAt())
        .setAccepted(true)
        .setTimeslotId(slot.timeslotId())
        .setVersion(slot.version())
        .setBookingAfter(BookingTranslation.snapshot(booking.asFirstAnswered()))
        .setTimeslotAfter(SlotTranslation.snapshot(slot))
        .build();
  }

  private static RequestResult reused(BookingRequest request, Instant now) {
    return ResultTranslation.refused(request, Refusal.IDEMPOTENCY_KEY_REUSED, now);
  }
}
