package booking.worker.slot;

import booking.worker.slot.SlotCommand.Create;
import booking.worker.slot.SlotCommand.Pay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A random story: a slot is made 48 hours before it starts, and then this is asked of it.
 *
 * @param slot how it is made, in the words of the tables
 * @param asks one after the other
 */
record Play(String slot, List<Ask> asks) {

  private static final String FIRST_ASKED = "T-48:00";
  private static final String NEW_PAYMENT = "p?";
  private static final Pattern INSTANT =
      Pattern.compile("\\d{4,}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");

  /**
   * Something asked.
   *
   * @param pause since the one before
   */
  record Ask(Duration pause, String words) {

    @Override
    public String toString() {
      return pause + " " + words;
    }
  }

  /** A command and when it is asked. */
  record Timed(SlotCommand command, Instant now) {}

  /** The commands, all of them so much later; each payment gets an id of its own, p1, p2, p3 … */
  List<Timed> commands(Duration later) {
    List<Timed> commands = new ArrayList<>();
    Instant now = Moment.at(FIRST_ASKED).plus(later);
    commands.add(new Timed(shifted(CommandWords.command(slot), later), now));
    for (Ask ask : asks) {
      now = now.plus(ask.pause());
      String words = ask.words().replace(NEW_PAYMENT, "p" + commands.size());
      commands.add(new Timed(shifted(CommandWords.command(words), later), now));
    }
    return commands;
  }

  /** Played to the end. */
  KeptSlot played() {
    KeptSlot kept = new KeptSlot();
    commands(Duration.ZERO).forEach(timed -> kept.decide(timed.command(), timed.now()));
    return kept;
  }

  /** When the last ask was. */
  Instant end() {
    List<Timed> commands = commands(Duration.ZERO);
    return commands.get(commands.size() - 1).now();
  }

  /** Everything decided, as text, for a play that is all so much later, told so much earlier. */
  List<String> toldAsIfNot(Duration later) {
    KeptSlot kept = new KeptSlot();
    return commands(later).stream()
        .map(timed -> kept.decide(timed.command(), timed.now()).toString())
        .map(text -> INSTANT.matcher(text).replaceAll(at -> earlier(at.group(), later)))
        .toList();
  }

  private static String earlier(String instant, Duration later) {
    return Instant.parse(instant).minus(later).toString();
  }

  private static SlotCommand shifted(SlotCommand command, Duration later) {
    if (command instanceof Create create) {
      Terms terms = create.terms();
      return new Create(
          new Terms(
              terms.room(),
              terms.startsAt().plus(later),
              terms.endsAt().plus(later),
              terms.seats(),
              terms.price(),
              terms.refundPolicy()));
    } else if (command instanceof Pay pay) {
      Payment payment = pay.payment();
      Instant paidAt = payment.paidAt().plus(later);
      return new Pay(pay.bookingId(), new Payment(payment.paymentId(), payment.amount(), paidAt));
    }
    return command;
  }
}
