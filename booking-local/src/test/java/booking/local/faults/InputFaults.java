package booking.local.faults;

import booking.local.faults.client.EverybodyWantsOneSeat;
import booking.local.faults.client.GatewayKilledBeforeItsReply;
import booking.local.faults.client.OneKeyManyCalls;
import booking.local.faults.client.OneKeyOtherRequest;
import booking.local.faults.client.SomebodyElsesBooking;
import booking.local.faults.client.WorkerKilledInTheRush;
import booking.local.faults.money.PaidAtTheEdge;
import booking.local.faults.money.PaidBeforeItWasBooked;
import booking.local.faults.money.PaidForNothing;
import booking.local.faults.money.PaidTwice;
import booking.local.faults.money.Races;
import booking.local.faults.money.WrongAmounts;
import booking.local.faults.stranger.CommandsDeliveredAgain;
import booking.local.faults.stranger.ForgedCommands;
import booking.local.faults.stranger.GreatestRequests;
import booking.local.faults.stranger.OffsetsLost;
import booking.local.faults.stranger.PoisonBytes;
import booking.local.faults.stranger.StrangeEnvelopes;
import booking.local.faults.time.BrokersClockJumps;
import booking.local.faults.time.HoldsEndByThemselves;
import booking.local.faults.time.WrongClocks;
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
          new PaidBeforeItWasBooked(),
          new Races(),
          new OneKeyManyCalls(),
          new OneKeyOtherRequest(),
          new GatewayKilledBeforeItsReply(),
          new EverybodyWantsOneSeat(),
          new WorkerKilledInTheRush(),
          new SomebodyElsesBooking(),
          new ForgedCommands(),
          new GreatestRequests(),
          new HoldsEndByThemselves(),
          new WrongClocks(),
          new BrokersClockJumps(),
          new OffsetsLost());

  private InputFaults() {}
}
