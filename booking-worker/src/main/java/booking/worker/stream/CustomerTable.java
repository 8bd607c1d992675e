package booking.worker.stream;

import booking.worker.slot.BookingNumber;
import org.agrona.collections.Hashing;

/**
 * A hash table of one booking for each customer and slot, without an object for any of them: two
 * longs a place, searched from the place that the hash names to the next free one. No library has a
 * map by two longs; one of maps by slot took five times the room, and what they outgrew filled the
 * heap.
 *
 * <p>A booking stands under its id, or under the negative of it, as whoever puts it likes.
 */
final class CustomerTable {

  /** Instead of a booking, where there is none. */
  static final long NONE = 0;

  private static final int LEAST_PLACES = 16;

  /** Of ten places; with more, the way to the next free one is long. */
  private static final int MOST_TAKEN = 6;

  // At twice a place: the customer; after it the booking.
  private long[] table = new long[2 * LEAST_PLACES];
  private int size;

  /** The booking as it was put, or {@link #NONE}. */
  long get(long timeslotId, long userId) {
    return booking(place(timeslotId, userId));
  }

  /**
   * Puts a booking in the place of its customer's earlier one in the same slot.
   *
   * @param booking an id or its negative
   * @return the earlier one as it was put, or {@link #NONE}
   */
  long put(long userId, long booking) {
    int place = place(timeslotId(booking), userId);
    long before = booking(place);
    set(place, userId, booking);
    if (before == NONE) {
      size++;
      growIfFull();
    }
    return before;
  }

  /** Does nothing where there is none. */
  void remove(long timeslotId, long userId) {
    int free = place(timeslotId, userId);
    if (booking(free) == NONE) {
      return;
    }
    size--;
    // Whatever was put further on because this place was taken has to be found without it.
    for (int next = after(free); booking(next) != NONE; next = after(next)) {
      int home = home(timeslotId(booking(next)), customer(next));
      if (distance(home, next) >= distance(free, next)) {
        set(free, customer(next), booking(next));
        free = next;
      }
    }
    set(free, 0, NONE);
  }

  private void growIfFull() {
    if (size * 10L <= (long) places() * MOST_TAKEN) {
      return;
    }
    long[] old = table;
    table = new long[Math.multiplyExact(2, old.length)];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i + 1] != NONE) {
        set(place(timeslotId(old[i + 1]), old[i]), old[i], old[i + 1]);
      }
    }
  }

  /** Where the customer's booking is, or would be. */
  private int place(long timeslotId, long userId) {
    int place = home(timeslotId, userId);
    while (booking(place) != NONE
        && (customer(place) != userId || timeslotId(booking(place)) != timeslotId)) {
      place = after(place);
    }
    return place;
  }

  private int home(long timeslotId, long userId) {
    return Hashing.hash(31 * Hashing.hash(timeslotId) + userId, places() - 1);
  }

  private int after(int place) {
    return place + 1 & places() - 1;
  }

  private int distance(int from, int to) {
    return to - from & places() - 1;
  }

  private int places() {
    return table.length / 2;
  }

  private long customer(int place) {
    return table[2 * place];
  }

  private long booking(int place) {
    return table[2 * place + 1];
  }

  private void set(int place, long userId, long booking) {
    table[2 * place] = userId;
    table[2 * place + 1] = booking;
  }

  private static long timeslotId(long booking) {
    return BookingNumber.timeslotId(Math.abs(booking));
  }
}
