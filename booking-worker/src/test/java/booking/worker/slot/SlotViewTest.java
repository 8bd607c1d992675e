package booking.worker.slot;

import static org.assertj.core.api.Assertions.assertThat;

import booking.worker.slot.SlotCommand.AllLive;
import booking.worker.slot.SlotCommand.TheBooking;
import booking.worker.slot.SlotCommand.TheSlot;
import booking.worker.slot.SlotCommand.TheUser;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each command needs to see, which is never all of a slot's bookings unless all end. */
class SlotViewTest {

  private static final long FIRST = BlueRoom.bookingId(1);

  @Test
  void aCommandAsksToSeeNoMoreThanItNeeds() {
    Map<String, SlotCommand.About> about =
        Map.ofEntries(
            Map.entry("create 1 seat at 40.00 EUR", new TheSlot()),
            Map.entry("change nothing", new TheSlot()),
            Map.entry("book by 7", new TheUser(7)),
            Map.entry("cancel #1 by 7", new TheBooking(FIRST)),
            Map.entry("venue cancels #1", new TheBooking(FIRST)),
            Map.entry("no-show #1", new TheBooking(FIRST)),
            Map.entry("close", new TheSlot()),
            Map.entry("close and cancel bookings", new AllLive()),
            Map.entry("open", new TheSlot()),
            Map.entry("pay #1 with p1: 40.00 EUR", new TheBooking(FIRST)),
            Map.entry("payment p1 of #1 fails", new TheBooking(FIRST)),
            Map.entry("refund of p1 for #1 succeeds", new TheBooking(FIRST)),
            Map.entry("time passes", new TheSlot()),
            Map.entry("slot ends", new AllLive()));
    about.forEach(
        (words, needed) ->
            assertThat(CommandWords.command(words).about()).as(words).isEqualTo(needed));
    assertThat(about.keySet())
        .extracting(words -> (Object) CommandWords.command(words).getClass())
        .contains((Object[]) SlotCommand.class.getPermittedSubclasses());
  }
}
