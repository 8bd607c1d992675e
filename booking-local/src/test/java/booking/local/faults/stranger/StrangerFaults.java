package booking.local.faults.stranger;

import booking.local.faults.Fault;
import booking.local.faults.Row;
import booking.local.faults.Times;
import java.util.List;

/** What can be written to Kafka past the gateway: garbage, forgeries, and all of it again. */
public final class StrangerFaults {

  private StrangerFaults() {}

  /** All of them. */
  public static List<Fault> all() {
    return List.of(
        Row.of(
            "A17b",
            "offsets deleted after orders there and back",
            Times.rarely(1),
            OffsetsLost::strike),
        Row.of(
            "C1",
            "every command again, and x10 shuffled",
            Times.each(1, 10),
            CommandsDeliveredAgain::strike),
        Row.of(
            "D1",
            "poison bytes on every topic that is read",
            Times.each(1, 10),
            PoisonBytes::strike),
        Row.of(
            "D4",
            "tombstones, strange keys, 10 000 headers",
            Times.each(1, 1),
            StrangeEnvelopes::strike),
        Row.of(
            "D5",
            "10 000 greatest bookings, closed at once",
            Times.each(1, 1),
            GreatestRequests::strike),
        Row.of(
            "E6", "forged requests straight onto Kafka", Times.each(1, 1), ForgedCommands::strike));
  }
}
