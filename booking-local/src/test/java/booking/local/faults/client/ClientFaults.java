package booking.local.faults.client;

import booking.local.faults.Fault;
import booking.local.faults.Row;
import booking.local.faults.Times;
import java.util.List;

/** What clients can do: all at once, again, with one key for two things, and to somebody else. */
public final class ClientFaults {

  private ClientFaults() {}

  /** All of them. */
  public static List<Fault> all() {
    return List.of(
        Row.of("C2", "50 calls at once with one key", Times.each(5, 100), OneKeyManyCalls::strike),
        Row.of(
            "C3",
            "one key with another body, slot or user",
            Times.each(5, 5),
            OneKeyOtherRequest::strike),
        Row.of(
            "C4",
            "gateway killed between request and reply",
            Times.each(1, 20),
            GatewayKilledBeforeItsReply::strike),
        Row.of(
            "C14",
            "10 000 requests at once for one seat",
            Times.each(1, 5),
            EverybodyWantsOneSeat::strike),
        Row.of(
            "C15",
            "10 000 for 100 seats, workers killed at half",
            Times.each(1, 5),
            WorkerKilledInTheRush::strike),
        Row.of("E1", "bodies of 100 MB and without end", Times.each(1, 5), GreatBodies::strike),
        Row.of("E2", "400 broken bodies", Times.each(1, 20), BrokenBodies::strike),
        Row.of("E4", "forged tokens at every door", Times.each(1, 5), ForgedTokens::strike),
        Row.of(
            "E5",
            "calls about somebody else's booking",
            Times.each(1, 1),
            SomebodyElsesBooking::strike));
  }
}
