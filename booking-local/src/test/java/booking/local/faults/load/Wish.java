package booking.local.faults.load;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One thing that somebody wants of the gateway.
 *
 * @param kind by which the history knows it
 * @param slot that it is about
 * @param key of a write, which each repeat carries; empty for a read
 */
record Wish(
    String kind, String method, String path, String body, OptionalLong slot, Optional<String> key) {

  static Wish book(long slot, String key) {
    return new Wish(
        "book",
        "POST",
        "/bookings",
        "{\"timeslotId\":" + slot + "}",
        OptionalLong.of(slot),
        Optional.of(key));
  }

  static Wish cancel(long booking, long slot, String key) {
    return new Wish(
        "cancel",
        "PUT",
        "/bookings/" + booking + "/cancel",
        "",
        OptionalLong.of(slot),
        Optional.of(key));
  }

  static Wish read(long booking, long slot) {
    return new Wish(
        "read", "GET", "/bookings/" + booking, "", OptionalLong.of(slot), Optional.empty());
  }

  /** An admin closes a slot, or opens it. */
  static Wish door(String word, long slot, String key) {
    return new Wish(
        word,
        "PUT",
        "/admin/timeslots/" + slot + "/" + word,
        word.equals("close") ? "{}" : "",
        OptionalLong.of(slot),
        Optional.of(key));
  }
}
