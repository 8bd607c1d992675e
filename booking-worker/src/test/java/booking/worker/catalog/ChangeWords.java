package booking.worker.catalog;

import booking.worker.catalog.RoomChanges.Clearable;
import booking.worker.money.RefundPolicy;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is to be changed of a room, in the words of the tables: name Red, clear rate. */
final class ChangeWords {

  private static final List<String> FIELDS =
      List.of(
          "name",
          "description",
          "type",
          "capacity",
          "rate",
          "currency",
          "time zone",
          "refund policy",
          "metadata");
  private static final Map<String, Clearable> CLEARABLE =
      Map.of(
          "clear description", Clearable.DESCRIPTION,
          "clear rate", Clearable.HOURLY_RATE,
          "clear refund policy", Clearable.REFUND_POLICY,
          "clear metadata", Clearable.METADATA);
  private static final Pattern POLICY = Pattern.compile("(\\d+) h (\\d+) %");

  private final Map<String, String> given = new HashMap<>();
  private final Set<Clearable> cleared = EnumSet.noneOf(Clearable.class);
  private boolean cancelBookings;

  ChangeWords(String words) {
    for (String word : words.split(", ")) {
      read(word);
    }
  }

  private void read(String word) {
    if (CLEARABLE.containsKey(word)) {
      cleared.add(CLEARABLE.get(word));
    } else if (word.equals("cancel bookings")) {
      cancelBookings = true;
    } else if (word.equals("active") || word.equals("inactive")) {
      given.put("active", Boolean.toString(word.equals("active")));
    } else if (!word.equals("nothing")) {
      String field =
          FIELDS.stream().filter(name -> word.startsWith(name + " ")).findFirst().orElseThrow();
      given.put(field, word.substring(field.length() + 1));
    }
  }

  boolean cancelBookings() {
    return cancelBookings;
  }

  RoomChanges changes() {
    return new RoomChanges(
        given("name"),
        given("description"),
        given("type").map(type -> RoomType.valueOf(type.toUpperCase(Locale.ROOT))),
        given("capacity").map(Integer::valueOf),
        given("rate").map(BigDecimal::new),
        given("currency"),
        given("time zone").map(ZoneId::of),
        given("active").map(Boolean::valueOf),
        given("refund policy").map(ChangeWords::policy),
        given("metadata"),
        cleared);
  }

  private Optional<String> given(String field) {
    return Optional.ofNullable(given.get(field));
  }

  private static RefundPolicy policy(String words) {
    Matcher tier = POLICY.matcher(words);
    if (!tier.matches()) {
      throw new IllegalArgumentException("no refund policy: " + words);
    }
    return Office.policy(Integer.parseInt(tier.group(1)), Integer.parseInt(tier.group(2)));
  }
}
