package booking.worker.stream;

import booking.worker.slot.BookingNumber;
import org.agrona.collections.Hashing;

/**
 * A hash table of one booking for each customer and slot, without an object for any of them: two
 * longs a place, searched from the place that the hash names to the next free one. Agrona has no
 * map by two longs. One of its maps for each slot took five times the room where a slot has one
 * booking, and the arrays that they outgrew filled the heap.
 *
 * <p>A booking is stored as its id or the negative of it; which of them is the caller's business.
 */
final class CustomerTable {

  /** Instead of a booking, where there is none. */
  static final long NONE = 0;

  private static final int LEAST_PLACES = 16;

  // In percent. With more, the way to the next free place is long; with fewer, it is halved.
  private static final int MOST_TAKEN = 60;
  private static final int LEAST_TAKEN = 15;

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
   * @param booking an id or its negative, never 0
   * @return the earlier one as it was put, or {@link #NONE}
   */
  long put(long userId, long booking) {
    int place = place(timeslotId(booking), userId);
    long before = booking(place);
    set(place, userId, booking);
    if (before == NONE) {
      size++;
      fit();
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
    fit();
  }

  private void fit() {
    if (size * 100L > (long) places() * MOST_TAKEN) {
      resize(Math.multiplyExact(2, places()));
    } else if (size * 100L < (long) places() * LEAST_TAKEN && places() > LEAST_PLACES) {
      resize(places() / 2);
    }
  }

  private void resize(int places) {
    long[] old = table;
    table = new long[Math.multiplyExact(2, places)];
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
    return home(timeslotId, userId, places());
  }

  /**
   * Where the way to a customer's booking begins. Slots and customers are numbered one after the
   * other: the slot is spread first, or the next customer in the slot before would meet this one.
   *
   * @param places a power of two
   */
  static int home(long timeslotId, long userId, int places) {
    return Hashing.hash(31L * Hashing.hash(timeslotId) + userId, places - 1);
  }

  private int after(int place) {
    return (place + 1) & (places() - 1);
  }

  private int distance(int from, int to) {
    return (to - from) & (places() - 1);
  }

  /** How many bookings it has room for, more or less. */
  int places() {
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
