package booking.worker.slot;

import static org.assertj.core.api.Assertions.assertThat;

import booking.worker.money.Money;
import booking.worker.slot.BookingState.Cancelled;
import booking.worker.slot.BookingState.Confirmed;
import booking.worker.slot.BookingState.Pending;
import booking.worker.slot.Decision.Accepted;
import booking.worker.slot.SlotEvent.BookingCancelled;
import booking.worker.slot.SlotEvent.BookingPaid;
import booking.worker.slot.SlotEvent.HoldReleased;
import booking.worker.slot.SlotEvent.PaymentAttemptFailed;
import booking.worker.slot.SlotEvent.PaymentReturned;
import booking.worker.slot.SlotEvent.RefundClosed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is true of every decision, whatever was asked (rules.md, section 7). */
final class Laws {

  private Laws() {}

  /** The same slot, command and time give the same decision. */
  static void sameQuestionSameAnswer(Decision once, Decision again) {
    assertThat(again).isEqualTo(once);
  }

  /** Whoever is not given what they asked for leaves nothing behind but holds that were over. */
  static void refusalChangesNothing(Decision decision) {
    if (!(decision.answer() instanceof Accepted)) {
      assertThat(decision.events())
          .allSatisfy(
              event ->
                  assertThat(event)
                      .isInstanceOfSatisfying(
                          HoldReleased.class,
                          released ->
                              assertThat(released.reason()).isEqualTo(CancelReason.HOLD_EXPIRED)));
    }
  }

  /** Versions are 1, 2, 3 … and every event says when it was decided. */
  static void versionFollows(Optional<Slot> before, Slot after, SlotEvent event, Instant now) {
    assertThat(after.version()).isEqualTo(before.map(Slot::version).orElse(0L) + 1);
    assertThat(event.at()).isEqualTo(now);
    assertThat(after.updatedAt()).isEqualTo(now);
    assertThat(after.createdAt()).isEqualTo(before.map(Slot::createdAt).orElse(now));
  }

  /** Who booked, what was promised and who asked never change; nothing of it is lost. */
  static void bookingStaysItself(Optional<Booking> before, SlotEvent.OfBooking event, Instant now) {
    Booking after = event.after();
    boolean stateStays =
        event instanceof PaymentReturned
            || event instanceof RefundClosed
            || event instanceof PaymentAttemptFailed;
    if (before.isEmpty()) {
      assertThat(after.createdAt()).isEqualTo(now);
      assertThat(after.updatedAt()).isEqualTo(now);
      return;
    }
    Booking old = before.get();
    assertThat(after.userId()).isEqualTo(old.userId());
    assertThat(after.promise()).isEqualTo(old.promise());
    assertThat(after.heldUntil()).isEqualTo(old.heldUntil());
    assertThat(after.createdAt()).isEqualTo(old.createdAt());
    assertThat(after.requests()).startsWith(old.requests().toArray(RequestRef[]::new));
    assertThat(after.refunds().stream().map(Refund::paymentId))
        .containsAll(old.refunds().stream().map(Refund::paymentId).toList())
        .doesNotHaveDuplicates();
    assertThat(after.updatedAt()).isEqualTo(stateStays ? old.updatedAt() : now);
    assertThat(after.state().word().equals(old.state().word())).isEqualTo(stateStays);
    if (event instanceof PaymentAttemptFailed failed) {
      assertThat(after.state()).isEqualTo(((Pending) old.state()).after(failed.paymentId()));
    } else if (stateStays) {
      assertThat(after.state()).isEqualTo(old.state());
    }
    if (event instanceof BookingPaid paid) {
      assertThat(paid.late()).isEqualTo(!(old.state() instanceof Pending));
    }
  }

  /** The event and the booking that it leaves say the same. */
  static void bookingIsWhatTheEventSays(SlotEvent.OfBooking event) {
    Booking after = event.after();
    BookingState state = after.state();
    if (event instanceof BookingPaid paid) {
      assertThat(state).isEqualTo(new Confirmed(new Funding.Paid(paid.payment().paymentId())));
      assertThat(paid.payment().amount()).isEqualTo(after.promise().price());
    } else if (event instanceof HoldReleased released) {
      Money nothing = Money.zero(after.promise().price().currency());
      assertThat(state)
          .isEqualTo(new Cancelled(released.reason(), event.at(), new Funding.Unpaid(), nothing));
    } else if (event instanceof BookingCancelled cancelled) {
      assertThat(state)
          .isInstanceOfSatisfying(
              Cancelled.class,
              it -> {
                assertThat(it.reason()).isEqualTo(cancelled.reason());
                assertThat(it.at()).isEqualTo(event.at());
              });
    } else if (event instanceof PaymentReturned returned) {
      assertThat(after.refunds()).contains(returned.refund());
      assertThat(returned.refund().amount()).isEqualTo(returned.payment().amount());
    } else if (event instanceof RefundClosed closed) {
      assertThat(after.refunds()).contains(closed.refund());
    }
  }

  /** No decision leaves a hold live that is over. */
  static void holdsEnd(KeptSlot kept, Instant now) {
    assertThat(kept.bookings()).noneMatch(booking -> booking.holdIsDue(now));
  }

  /** No seat is sold twice, and the counts are those of the bookings. */
  static void seatsAreCounted(KeptSlot kept) {
    kept.slot()
        .ifPresent(
            slot -> {
              List<Booking> bookings = kept.bookings();
              long held = bookings.stream().filter(b -> b.state() instanceof Pending).count();
              long taken = bookings.stream().filter(b -> takesASeat(b.state())).count();
              assertThat((long) slot.seats().held()).isEqualTo(held);
              assertThat((long) slot.seats().confirmed()).isEqualTo(taken - held);
              assertThat((long) slot.remaining()).isEqualTo(slot.terms().seats() - taken);
              assertThat(slot.remaining()).isNotNegative();
            });
  }

  private static boolean takesASeat(BookingState state) {
    return state instanceof Pending
        || state instanceof Confirmed
        || state instanceof BookingState.Completed
        || state instanceof BookingState.NoShow;
  }
}
