package booking.worker.stream;

import booking.schemas.Actor;
import booking.schemas.BookingRequest;
import booking.schemas.Role;
import booking.schemas.command.Book;
import booking.schemas.command.Cancel;
import booking.schemas.command.CancelByVenue;
import booking.schemas.command.CloseTimeslot;
import booking.schemas.command.MarkNoShow;
import booking.schemas.command.OpenTimeslot;
import booking.worker.slot.Promise.Wishes;
import booking.worker.slot.RequestRef;
import booking.worker.slot.SlotCommand;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Requests out of Avro, held to the contract's bounds. */
final class RequestTranslation {

  private static final int TYPE_LENGTH = 50;

  private final Duration holdTime;

  RequestTranslation(Duration holdTime) {
    this.holdTime = holdTime;
  }

  /**
   * Holds a request to the bounds that every request has.
   *
   * @throws UnusableException if it breaks one
   */
  static void check(String requestId, Actor actor) {
    Bounds.text("requestId", requestId, Bounds.ID_LENGTH);
    Bounds.check(actor.getUserId() > 0, "userId is not positive");
    Bounds.check(actor.getRole() != Role.UNKNOWN, "the actor has no role");
  }

  /** Whether the command is one that only an admin may give. */
  static boolean needsAdmin(BookingRequest request) {
    return !(request.getCommand() instanceof Book || request.getCommand() instanceof Cancel);
  }

  /**
   * The command that the request carries.
   *
   * @throws UnusableException if it breaks a bound
   */
  SlotCommand command(BookingRequest request) {
    check(request.getRequestId(), request.getActor());
    Bounds.check(request.getTimeslotId() > 0, "timeslotId is not positive");
    RequestRef ref = new RequestRef(request.getRequestId(), request.getFingerprint());
    long userId = request.getActor().getUserId();
    Object command = request.getCommand();
    if (command instanceof Book book) {
      return new SlotCommand.Book(ref, userId, roomId(book), wishes(book), holdTime);
    } else if (command instanceof Cancel cancel) {
      return new SlotCommand.Cancel(ref, userId, cancel.getBookingId());
    } else if (command instanceof CancelByVenue cancel) {
      return new SlotCommand.CancelByVenue(ref, cancel.getBookingId());
    } else if (command instanceof MarkNoShow noShow) {
      return new SlotCommand.MarkNoShow(ref, noShow.getBookingId());
    } else if (command instanceof CloseTimeslot close) {
      return new SlotCommand.Close(close.getCancelBookings());
    } else if (command instanceof OpenTimeslot) {
      return new SlotCommand.Open();
    }
    throw new UnusableException("unknown command " + command.getClass().getSimpleName());
  }

  private static OptionalLong roomId(Book book) {
    return book.getRoomId() == null ? OptionalLong.empty() : OptionalLong.of(book.getRoomId());
  }

  private static Wishes wishes(Book book) {
    Bounds.longest("bookingType", book.getBookingType(), TYPE_LENGTH);
    Bounds.longest("notes", book.getNotes(), Bounds.NOTES_LENGTH);
    Bounds.bytes("metadata", book.getMetadata(), Bounds.METADATA_BYTES);
    return new Wishes(
        orEmpty(book.getBookingType()), orEmpty(book.getNotes()), orEmpty(book.getMetadata()));
  }

  private static String orEmpty(@Nullable String text) {
    return Optional.ofNullable(text).orElse("");
  }
}
