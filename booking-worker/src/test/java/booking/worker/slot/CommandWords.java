package booking.worker.slot;

import static booking.worker.slot.BlueRoom.bookingId;

import booking.worker.money.Money;
import booking.worker.slot.Promise.Wishes;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be asked of a slot, in the words of the tables. */
final class CommandWords {

  private record Phrase(Pattern pattern, Function<Matcher, SlotCommand> meaning) {}

  private static final List<Phrase> PHRASES =
      List.of(
          phrase("create (\\d+) seats? at (.+)", m -> create(number(m, 1), m.group(2))),
          phrase("change the room's name to (.+)", m -> rename(m.group(1))),
          phrase("change the refund policy to all back 48 h before", m -> stricter()),
          phrase("change nothing", m -> rename("Blue Room")),
          phrase("book by (\\d+)", m -> book(number(m, 1), OptionalLong.empty())),
          phrase(
              "book by (\\d+) in room (\\d+)",
              m -> book(number(m, 1), OptionalLong.of(number(m, 2)))),
          phrase(
              "cancel #(\\d+) by (\\d+)",
              m -> new SlotCommand.Cancel(ref(m), number(m, 2), bookingId(number(m, 1)))),
          phrase(
              "venue cancels #(\\d+)",
              m -> new SlotCommand.CancelByVenue(ref(m), bookingId(number(m, 1)))),
          phrase(
              "no-show #(\\d+)", m -> new SlotCommand.MarkNoShow(ref(m), bookingId(number(m, 1)))),
          phrase("close", m -> new SlotCommand.Close(false)),
          phrase("close and cancel bookings", m -> new SlotCommand.Close(true)),
          phrase("open", m -> new SlotCommand.Open()),
          phrase("pay #(\\d+) with (p\\d+): (.+)", CommandWords::pay),
          phrase(
              "payment (p\\d+) of #(\\d+) fails",
              m -> new SlotCommand.FailPayment(bookingId(number(m, 2)), m.group(1), "declined")),
          phrase("refund of (p\\d+) for #(\\d+) (succeeds|fails)", CommandWords::settle),
          phrase("time passes", m -> new SlotCommand.ExpireHolds()),
          phrase("slot ends", m -> new SlotCommand.Complete()));

  private CommandWords() {}

  static SlotCommand command(String words) {
    for (Phrase phrase : PHRASES) {
      Matcher matcher = phrase.pattern().matcher(words);
      if (matcher.matches()) {
        return phrase.meaning().apply(matcher);
      }
    }
    throw new IllegalArgumentException("nobody can ask: " + words);
  }

  static Wishes wishes() {
    return new Wishes("treatment", "by the window", "{\"tea\":true}");
  }

  private static Phrase phrase(String words, Function<Matcher, SlotCommand> meaning) {
    return new Phrase(Pattern.compile(words), meaning);
  }

  private static SlotCommand create(int seats, String price) {
    return new SlotCommand.Create(BlueRoom.terms(seats, money(price)));
  }

  private static SlotCommand rename(String name) {
    return new SlotCommand.Change(BlueRoom.card(name), BlueRoom.HOUSE_POLICY);
  }

  private static SlotCommand stricter() {
    return new SlotCommand.Change(BlueRoom.card("Blue Room"), BlueRoom.STRICTER_POLICY);
  }

  private static SlotCommand book(int userId, OptionalLong room) {
    RequestRef request = new RequestRef("book-" + userId, userId);
    return new SlotCommand.Book(request, userId, room, wishes(), BlueRoom.HOLD_TIME);
  }

  private static SlotCommand pay(Matcher m) {
    Payment payment = new Payment(m.group(2), money(m.group(3)), Moment.at("T-100:00"));
    return new SlotCommand.Pay(bookingId(number(m, 1)), payment);
  }

  private static SlotCommand settle(Matcher m) {
    return new SlotCommand.SettleRefund(
        bookingId(number(m, 2)),
        Refund.idFor(m.group(1)),
        m.group(3).equals("succeeds"),
        "bank says " + m.group(3));
  }

  private static RequestRef ref(Matcher m) {
    return new RequestRef(m.group(), m.group().hashCode());
  }

  private static Money money(String words) {
    String[] parts = words.split(" ");
    return Money.of(new BigDecimal(parts[0]), parts[1]);
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }
}
