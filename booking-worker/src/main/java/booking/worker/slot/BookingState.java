package booking.worker.slot;

import booking.worker.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where a booking stands. */
public sealed interface BookingState {

  /** What pays for the booking in this state. */
  Funding funding();

  /** The status in the words that customers read. */
  String word();

  /**
   * A seat is held until the booking's {@code heldUntil}.
   *
   * @param failedPayments the ids of payments that failed meanwhile, oldest first
   */
  record Pending(List<String> failedPayments) implements BookingState {

    public Pending {
      failedPayments = List.copyOf(failedPayments);
    }

    static Pending unpaid() {
      return new Pending(List.of());
    }

    Pending after(String failedPayment) {
      List<String> all = new ArrayList<>(failedPayments);
      all.add(failedPayment);
      return new Pending(all);
    }

    @Override
    public Funding funding() {
      return new Funding.Unpaid();
    }

    @Override
    public String word() {
      return "pending";
    }
  }

  /** The seat is theirs. */
  record Confirmed(Funding funding) implements BookingState {
    @Override
    public String word() {
      return "confirmed";
    }
  }

  /** The slot is over. */
  record Completed(Funding funding) implements BookingState {
    @Override
    public String word() {
      return "completed";
    }
  }

  /** The slot went by without the customer. */
  record NoShow(Funding funding) implements BookingState {
    @Override
    public String word() {
      return "no_show";
    }
  }

  /**
   * The seat is free again.
   *
   * @param refunded what the cancellation gives back, zero or more
   */
  record Cancelled(CancelReason reason, Instant at, Funding funding, Money refunded)
      implements BookingState {
    @Override
    public String word() {
      return "cancelled";
    }
  }
}
