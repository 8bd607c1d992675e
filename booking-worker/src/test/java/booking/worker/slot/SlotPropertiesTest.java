package booking.worker.slot;

import static org.assertj.core.api.Assertions.assertThat;

import booking.worker.slot.Play.Timed;
import booking.worker.slot.SlotCommand.Pay;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/**
 * What is always true of a slot (rules.md, section 7), over random stories. A {@link KeptSlot}
 * makes sure of the {@link Laws} at every step as well.
 */
class SlotPropertiesTest {

  /** Every one of them happens in some story, or the stories show too little. */
  private static final List<Class<?>> KINDS_OF_EVENT =
      Stream.of(SlotEvent.class, SlotEvent.OfBooking.class)
          .<Class<?>>flatMap(family -> Stream.of(family.getPermittedSubclasses()))
          .filter(Class::isRecord)
          .toList();

  @Provide
  Arbitrary<Play> plays() {
    return Plays.any();
  }

  @Provide
  Arbitrary<String> slotAlone() {
    return Plays.slotAlone();
  }

  @Property
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void versionsCountTheEventsWithoutAGap(@ForAll("plays") Play play) {
    KeptSlot kept = play.played();
    assertThat(kept.slot().orElseThrow().version()).isEqualTo(kept.events().size());
    kept.events().forEach(event -> Statistics.collect(event.getClass()));
    Statistics.coverage(seen -> KINDS_OF_EVENT.forEach(kind -> seen.check(kind).count(n -> n > 0)));
  }

  @Property
  void theEventsAloneGiveTheSameSlotAndTheSameBookings(@ForAll("plays") Play play) {
    KeptSlot kept = play.played();
    List<SlotEvent> events = kept.events();
    Slot slot = new NoSlot(BlueRoom.TIMESLOT).after((SlotEvent.TimeslotCreated) events.get(0));
    Map<Long, Booking> bookings = new HashMap<>();
    for (SlotEvent event : events.subList(1, events.size())) {
      slot = slot.after(event);
      if (event instanceof SlotEvent.OfBooking ofBooking) {
        bookings.put(ofBooking.after().bookingId(), ofBooking.after());
      }
    }
    assertThat(slot).isEqualTo(kept.state());
    assertThat(bookings.values()).containsExactlyInAnyOrderElementsOf(kept.bookings());
  }

  @Property
  void whatWasReceivedIsKeptOrGoesBack(@ForAll("plays") Play play) {
    KeptSlot kept = new KeptSlot();
    Purse purse = new Purse();
    for (Timed timed : play.commands(Duration.ZERO)) {
      Decision decision = kept.decide(timed.command(), timed.now());
      if (timed.command() instanceof Pay pay) {
        purse.received(pay.payment(), decision);
      }
      purse.assertNothingIsLostOrMade(kept.bookings());
    }
  }

  @Property
  void shiftingAllTimesAlikeShiftsTheAnswersAlike(
      @ForAll("plays") Play play, @ForAll @LongRange(min = 1, max = 400_000_000_000L) long millis) {
    assertThat(play.toldAsIfNot(Duration.ofMillis(millis)))
        .isEqualTo(play.toldAsIfNot(Duration.ZERO));
  }

  @Property
  void askingTheSameOfTheSlotAgainChangesNothing(
      @ForAll("plays") Play play, @ForAll("slotAlone") String words) {
    KeptSlot kept = play.played();
    SlotCommand command = CommandWords.command(words);
    kept.decide(command, play.end());
    SlotState before = kept.state();
    Decision again = kept.decide(command, play.end());
    assertThat(again.events()).isEmpty();
    assertThat(again.answer()).isInstanceOf(Decision.Accepted.class);
    assertThat(kept.state()).isEqualTo(before);
  }

  @Property
  void settlingARefundAgainChangesNothing(@ForAll("plays") Play play) {
    KeptSlot kept = play.played();
    Instant now = play.end();
    for (Booking booking : kept.bookings()) {
      for (Refund refund : booking.refunds()) {
        kept.decide(settle(refund, "succeeds"), now);
        assertThat(kept.decide(settle(refund, "succeeds"), now).events()).isEmpty();
        assertThat(kept.decide(settle(refund, "fails"), now).events()).isEmpty();
      }
    }
  }

  @Property
  void whoCancelledCannotCancelAgain(@ForAll("plays") Play play) {
    KeptSlot kept = play.played();
    for (Booking booking : kept.bookings()) {
      String words =
          "cancel #" + BookingNumber.number(booking.bookingId()) + " by " + booking.userId();
      SlotCommand command = CommandWords.command(words);
      kept.decide(command, play.end());
      Decision again = kept.decide(command, play.end());
      assertThat(again.answer()).isInstanceOf(Decision.Refused.class);
      assertThat(again.events()).isEmpty();
    }
  }

  private static SlotCommand settle(Refund refund, String how) {
    int number = BookingNumber.number(refund.bookingId());
    return CommandWords.command("refund of " + refund.paymentId() + " for #" + number + " " + how);
  }
}
