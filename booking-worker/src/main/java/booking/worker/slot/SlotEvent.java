package booking.worker.slot;

import java.time.Instant;

/** One thing that happened in a timeslot. */
public sealed interface SlotEvent {

  /** When it was decided, by the broker's clock. */
  Instant at();

  /** How it changes the number of seats held. */
  default int heldChange() {
    return 0;
  }

  /** How it changes the number of seats paid. */
  default int confirmedChange() {
    return 0;
  }

  /** An event that leaves a booking behind. */
  sealed interface OfBooking extends SlotEvent {

    /** The booking after it. */
    Booking after();
  }

  record TimeslotCreated(Terms terms, Instant at) implements SlotEvent {}

  record TimeslotChanged(Terms terms, Instant at) implements SlotEvent {}

  record TimeslotClosed(Instant at) implements SlotEvent {}

  record TimeslotOpened(Instant at) implements SlotEvent {}

  record BookingHeld(Booking after, Instant at) implements OfBooking {
    @Override
    public int heldChange() {
      return 1;
    }
  }

  /** A free booking took its seat. */
  record BookingGiven(Booking after, Instant at) implements OfBooking {
    @Override
    public int confirmedChange() {
      return 1;
    }
  }

  /**
   * A booking was paid.
   *
   * @param late true when the hold was gone but a seat was still free
   */
  record BookingPaid(Booking after, Payment payment, boolean late, Instant at)
      implements OfBooking {
    @Override
    public int heldChange() {
      return late ? 0 : -1;
    }

    @Override
    public int confirmedChange() {
      return 1;
    }
  }

  /** A hold ended without payment: by time, by the customer or by the venue. */
  record HoldReleased(Booking after, CancelReason reason, Instant at) implements OfBooking {
    @Override
    public int heldChange() {
      return -1;
    }
  }

  /** A confirmed booking was cancelled; what goes back, if anything, is on the booking. */
  record BookingCancelled(Booking after, CancelReason reason, Instant at) implements OfBooking {
    @Override
    public int confirmedChange() {
      return -1;
    }
  }

  record BookingCompleted(Booking after, Instant at) implements OfBooking {}

  record BookingMissed(Booking after, Instant at) implements OfBooking {}

  /** A payment that the booking could not keep goes back. */
  record PaymentReturned(Booking after, Payment payment, Refund refund, Instant at)
      implements OfBooking {}

  /** The customer tried to pay and could not; the hold stays. */
  record PaymentAttemptFailed(Booking after, String paymentId, String reason, Instant at)
      implements OfBooking {}

  /** The payment service said how a refund ended. */
  record RefundClosed(Booking after, Refund refund, Instant at) implements OfBooking {}
}
