package booking.local.faults;

import booking.local.faults.client.EverybodyWantsOneSeat;
import booking.local.faults.client.GatewayKilledBeforeItsReply;
import booking.local.faults.client.OneKeyManyCalls;
import booking.local.faults.client.OneKeyOtherRequest;
import booking.local.faults.client.WorkerKilledInTheRush;
import booking.local.faults.money.PaidAtTheEdge;
import booking.local.faults.money.PaidForNothing;
import booking.local.faults.money.PaidTwice;
import booking.local.faults.money.WrongAmounts;
import booking.local.faults.stranger.CommandsDeliveredAgain;
import booking.local.faults.stranger.PoisonBytes;
import booking.local.faults.stranger.StrangeEnvelopes;
import java.util.List;

/** The faults of clients and of what is written to Kafka: rows C to F, in the order of a run. */
final class InputFaults {

  static final List<Fault> ALL =
      List.of(
          new PoisonBytes(),
          new StrangeEnvelopes(),
          new CommandsDeliveredAgain(),
          new PaidAtTheEdge(),
          new PaidTwice(),
          new PaidForNothing(),
          new WrongAmounts(),
          new OneKeyManyCalls(),
          new OneKeyOtherRequest(),
          new GatewayKilledBeforeItsReply(),
          new EverybodyWantsOneSeat(),
          new WorkerKilledInTheRush());

  private InputFaults() {}
}
