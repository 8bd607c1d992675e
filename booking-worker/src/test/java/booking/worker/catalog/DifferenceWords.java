package booking.worker.catalog;

import booking.worker.money.RefundPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a room differs from what it was, in the words of the tables. */
final class DifferenceWords {

  private final List<String> words = new ArrayList<>();

  private DifferenceWords() {}

  static String between(RoomDetails before, RoomDetails after) {
    DifferenceWords differences = new DifferenceWords();
    differences.note(before.name(), after.name(), "name " + after.name());
    differences.note(
        before.description(), after.description(), orNone("description", after.description()));
    differences.note(
        before.type(), after.type(), "type " + after.type().name().toLowerCase(Locale.ROOT));
    differences.note(before.capacity(), after.capacity(), "capacity " + after.capacity());
    differences.note(before.rate(), after.rate(), rate(after.rate()));
    differences.note(before.timeZone(), after.timeZone(), "time zone " + after.timeZone());
    differences.note(before.active(), after.active(), after.active() ? "active" : "inactive");
    differences.note(before.refundPolicy(), after.refundPolicy(), policy(after));
    differences.note(before.metadata(), after.metadata(), orNone("metadata", after.metadata()));
    return differences.words.isEmpty() ? "nothing" : String.join(", ", differences.words);
  }

  private void note(Object before, Object after, String word) {
    if (!before.equals(after)) {
      words.add(word);
    }
  }

  private static String orNone(String field, String text) {
    return text.isEmpty() ? "no " + field : field + " " + text;
  }

  private static String rate(RoomDetails.Rate rate) {
    return rate.anHour().map(money -> "rate " + money).orElse("not priced, in " + rate.currency());
  }

  private static String policy(RoomDetails room) {
    return room.refundPolicy()
        .map(policy -> "refund policy " + tier(policy))
        .orElse("no refund policy");
  }

  private static String tier(RefundPolicy policy) {
    RefundPolicy.Tier tier = policy.tiers().get(0);
    return tier.hoursBefore() + " h " + tier.percent() + " %";
  }
}
