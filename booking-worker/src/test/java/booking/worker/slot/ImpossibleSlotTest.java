package booking.worker.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import booking.worker.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no slot can be: a mistake of ours stops here, it is not sold. */
class ImpossibleSlotTest {

  private static final Instant NOW = Moment.at("T-48:00");

  @Test
  void aSeatCannotBeSoldTwice() {
    Terms twoSeats = BlueRoom.terms(2, BlueRoom.PRICE);
    assertThatCode(() -> slot(twoSeats, new Seats(1, 1, 2))).doesNotThrowAnyException();
    assertThatIllegalStateException()
        .isThrownBy(() -> slot(twoSeats, new Seats(1, 2, 3)))
        .withMessage("a seat of slot 42 was sold twice");
  }

  @Test
  void thereAreNoFewerSeatsThanNone() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new Seats(-1, 0, 0))
        .withMessage("fewer seats than none: -1, 0");
    assertThatIllegalStateException().isThrownBy(() -> new Seats(0, -1, 0));
  }

  @Test
  void aSlotHasASeatAndLastsSomeTime() {
    assertThatIllegalArgumentException().isThrownBy(() -> BlueRoom.terms(0, BlueRoom.PRICE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lasting(Moment.START, Moment.START))
        .withMessageContaining("ends after it starts");
    assertThatCode(() -> lasting(Moment.START, Moment.START.plusMillis(1)))
        .doesNotThrowAnyException();
  }

  @Test
  void aSlotOfTenThousandSeatsCanBeSoldOutAndNoFurther() {
    Slot almostFull =
        slot(BlueRoom.terms(10_000, Money.zero("EUR")), new Seats(4_000, 5_999, 9_999));
    assertThat(almostFull.remaining()).isEqualTo(1);
    Slot full =
        almostFull.after(
            almostFull
                .decide(CommandWords.command("book by 7"), new InView(List.of()), NOW)
                .events()
                .get(0));
    assertThat(full.remaining()).isZero();
    assertThat(full.seats()).isEqualTo(new Seats(4_000, 6_000, 10_000));
  }

  @Test
  void whatADecisionSawCannotBeChangedAfterwards() {
    List<Booking> seen = new ArrayList<>();
    InView view = new InView(seen);
    seen.add(Story.all().get("held").told().bookings().get(0));
    assertThat(view.bookings()).isEmpty();
    List<SlotEvent> events = new ArrayList<>();
    Decision decision = new Decision(events, new Decision.Accepted());
    events.add(new SlotEvent.TimeslotClosed(NOW));
    assertThat(decision.events()).isEmpty();
  }

  private static Slot slot(Terms terms, Seats seats) {
    return new Slot(BlueRoom.TIMESLOT, 1, terms, true, seats, NOW, NOW);
  }

  private static Terms lasting(Instant start, Instant end) {
    return new Terms(
        BlueRoom.card("Blue Room"), start, end, 1, BlueRoom.PRICE, BlueRoom.HOUSE_POLICY);
  }
}
