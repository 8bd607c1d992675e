package booking.local.faults.money;

import booking.local.faults.Fault;
import booking.local.faults.Row;
import booking.local.faults.Times;
import java.util.List;

/** What the payment service can do: pay late, early, twice, wrongly, and for nothing. */
public final class MoneyFaults {

  private MoneyFaults() {}

  /** All of them. */
  public static List<Fault> all() {
    return List.of(
        Row.of(
            "C6",
            "paid 1 ms before, at, 1 ms after its hold ends",
            Times.each(1, 1),
            PaidAtTheEdge::strike),
        Row.of(
            "C7", "one payment 3 times, two for one booking", Times.each(1, 20), PaidTwice::strike),
        Row.of(
            "C8",
            "payments for unknown, cancelled, paid bookings",
            Times.each(1, 20),
            PaidForNothing::strike),
        Row.of(
            "C9",
            "paid while the workers are down, before booked",
            Times.each(1, 10),
            PaidBeforeItWasBooked::strike),
        Row.of("C10", "wrong amounts and currencies", Times.each(1, 1), WrongAmounts::strike),
        Row.of(
            "C11", "cancel races payment, payment races expiry", Times.each(1, 20), Races::strike));
  }
}
