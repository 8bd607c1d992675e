package booking.local.faults.time;

import booking.local.faults.Fault;
import booking.local.faults.Row;
import booking.local.faults.Times;
import java.util.List;

/** What clocks can do, and what time does with nobody there. */
public final class TimeFaults {

  private TimeFaults() {}

  /** All of them. */
  public static List<Fault> all() {
    return List.of(
        Row.of("F1", "clocks wrong by 5 min to 1 day", Times.each(1, 1), WrongClocks::strike),
        Row.of(
            "F4",
            "holds in slots that nobody touches",
            Times.each(1, 1),
            HoldsEndByThemselves::strike),
        Row.of(
            "F1b",
            "the broker's clock was ahead and came back",
            Times.each(1, 1),
            BrokersClockJumps::strike));
  }
}
