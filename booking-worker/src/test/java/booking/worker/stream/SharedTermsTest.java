package booking.worker.stream;

import static org.assertj.core.api.Assertions.assertThat;

import booking.worker.money.Money;
import booking.worker.money.RefundPolicy;
import booking.worker.slot.NoSlot;
import booking.worker.slot.Slot;
import booking.worker.slot.SlotEvent;
import booking.worker.slot.Terms;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Slots that share what they have in common are the slots that they were. */
class SharedTermsTest {

  private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
  private static final Instant START = Instant.parse("2027-03-05T09:00:00Z");

  private final SharedTerms terms = new SharedTerms();

  @Test
  void slotsOfARoomShareCardPriceAndPolicy() {
    Slot first = terms.share(slot(1, room(1, "Blue room"), 4_000));
    Slot second = terms.share(slot(2, room(1, "Blue room"), 4_000));

    assertThat(second).isEqualTo(slot(2, room(1, "Blue room"), 4_000));
    assertThat(second.terms().room()).isSameAs(first.terms().room());
    assertThat(second.terms().price()).isSameAs(first.terms().price());
    assertThat(second.terms().refundPolicy()).isSameAs(first.terms().refundPolicy());
  }

  @Test
  void aSlotOfAnotherPriceKeepsItAndSharesTheRest() {
    Slot first = terms.share(slot(1, room(1, "Blue room"), 4_000));
    Slot second = terms.share(slot(2, room(1, "Blue room"), 2_000));

    assertThat(second).isEqualTo(slot(2, room(1, "Blue room"), 2_000));
    assertThat(second.terms().room()).isSameAs(first.terms().room());
  }

  @Test
  void aSlotOfAnotherPolicyKeepsItAndSharesTheRest() {
    Slot first = terms.share(slot(1, room(1, "Blue room"), 4_000));
    Slot own = with(new RefundPolicy(List.of()), slot(2, room(1, "Blue room"), 4_000));
    Slot second = terms.share(own);

    assertThat(second).isEqualTo(own);
    assertThat(second.terms().price()).isSameAs(first.terms().price());
  }

  @Test
  void aRoomThatWasRenamedIsTheNewOneForTheSlotsAfterIt() {
    terms.share(slot(1, room(1, "Blue room"), 4_000));
    Slot second = terms.share(slot(2, room(1, "Green room"), 4_000));
    Slot third = terms.share(slot(3, room(1, "Green room"), 4_000));

    assertThat(second).isEqualTo(slot(2, room(1, "Green room"), 4_000));
    assertThat(third.terms().room()).isSameAs(second.terms().room());
  }

  @Test
  void slotsOfTwoRoomsInTurnsShareWithThoseOfTheirOwn() {
    Slot first = terms.share(slot(1, room(1, "Blue room"), 4_000));
    terms.share(slot(2, room(2, "Green room"), 4_000));
    Slot third = terms.share(slot(3, room(1, "Blue room"), 4_000));

    assertThat(third.terms().room()).isSameAs(first.terms().room());
  }

  /** With parts of its own, as each record that is read has them. */
  private static Slot slot(long timeslotId, Terms.RoomCard room, long cents) {
    Terms own =
        new Terms(
            room,
            START,
            START.plus(Duration.ofHours(timeslotId)),
            10,
            new Money(cents, "EUR"),
            new RefundPolicy(List.of(new RefundPolicy.Tier(24, 100))));
    return new NoSlot(timeslotId).after(new SlotEvent.TimeslotCreated(own, NOW));
  }

  private static Slot with(RefundPolicy policy, Slot slot) {
    Terms own = slot.terms();
    Terms changed =
        new Terms(own.room(), own.startsAt(), own.endsAt(), own.seats(), own.price(), policy);
    return slot.after(new SlotEvent.TimeslotChanged(changed, NOW));
  }

  private static Terms.RoomCard room(long roomId, String name) {
    return new Terms.RoomCard(roomId, name, ZoneId.of("Europe/Berlin"));
  }
}
