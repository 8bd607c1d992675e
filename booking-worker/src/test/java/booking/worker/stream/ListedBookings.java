package booking.worker.stream;

import booking.worker.slot.Booking;
import booking.worker.slot.BookingNumber;
import booking.worker.slot.BookingState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a {@link BookingIndex} has to answer, found the long way: all bookings in a list, read
 * through for each question.
 */
final class ListedBookings {

  private final List<Booking> all = new ArrayList<>();
  private final Set<Long> outlived = new HashSet<>();
  private final Set<Long> told = new HashSet<>();

  List<Booking> all() {
    return List.copyOf(all);
  }

  /** Forgets all but the bookings themselves, which are about to be put once more. */
  void begin() {
    outlived.clear();
    outlived.addAll(all.stream().map(Booking::bookingId).toList());
    told.clear();
  }

  /** All of one slot, in their order. */
  List<Booking> of(long timeslotId) {
    return found(booking -> slotOf(booking) == timeslotId);
  }

  /** A live booking outlives one that is not, and a newer one an older, if both or none are. */
  OptionalLong put(Booking booking) {
    all.removeIf(earlier -> earlier.bookingId() == booking.bookingId());
    all.add(booking);
    outlived.remove(booking.bookingId());
    List<Booking> known = known(slotOf(booking), booking.userId());
    if (known.size() == 1) {
      return OptionalLong.empty();
    }
    Booking loser = known.get(0);
    outlived.add(loser.bookingId());
    return loser.equals(booking) ? OptionalLong.empty() : OptionalLong.of(loser.bookingId());
  }

  OptionalLong bookingOf(long timeslotId, long userId) {
    return known(timeslotId, userId).stream().mapToLong(Booking::bookingId).findFirst();
  }

  /** The customer's bookings that were not outlived; who outlives others last. */
  private List<Booking> known(long timeslotId, long userId) {
    List<Booking> known =
        new ArrayList<>(
            found(
                booking ->
                    slotOf(booking) == timeslotId
                        && booking.userId() == userId
                        && !outlived.contains(booking.bookingId())));
    known.sort(Comparator.comparing(Booking::isLive).thenComparing(Booking::bookingId));
    return known;
  }

  List<Long> dueHolds(long timeslotId, Instant now) {
    return due(now).stream()
        .filter(booking -> slotOf(booking) == timeslotId)
        .map(Booking::bookingId)
        .toList();
  }

  List<Long> slotsWithDueHolds(Instant now, int most) {
    List<Booking> next =
        due(now).stream()
            .filter(booking -> !told.contains(booking.bookingId()))
            .limit(most)
            .toList();
    next.forEach(booking -> told.add(booking.bookingId()));
    return next.stream().map(ListedBookings::slotOf).distinct().toList();
  }

  private List<Booking> due(Instant now) {
    return found(
            booking ->
                booking.state() instanceof BookingState.Pending
                    && !booking.heldUntil().isAfter(now))
        .stream()
        .sorted(Comparator.comparing(Booking::heldUntil).thenComparing(Booking::bookingId))
        .toList();
  }

  void remove(long timeslotId) {
    all.removeIf(booking -> slotOf(booking) == timeslotId);
  }

  private List<Booking> found(Predicate<Booking> wanted) {
    return all.stream().filter(wanted).sorted(Comparator.comparing(Booking::bookingId)).toList();
  }

  private static long slotOf(Booking booking) {
    return BookingNumber.timeslotId(booking.bookingId());
  }
}
