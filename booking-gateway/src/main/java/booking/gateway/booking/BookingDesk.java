package booking.gateway.booking;

import booking.gateway.http.Page;
import booking.gateway.request.Answers;
import booking.gateway.request.Submission;
import booking.schemas.RequestResult;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What users do with their own bookings and admins with everyone's: list, find and change them. */
public final class BookingDesk {

  private final Bookings bookings;
  private final DecidedBookings decided;
  private final Answers answers;
  private final InstantSource clock;

  public BookingDesk(
      Bookings bookings, DecidedBookings decided, Answers answers, InstantSource clock) {
    this.bookings = bookings;
    this.decided = decided;
    this.answers = answers;
    this.clock = clock;
  }

  Response list(BookingSearch search, Page page, UriInfo uri) {
    return page.show(bookings.list(search, page, clock.instant()), uri);
  }

  Optional<Booking> find(String id) {
    return bookings.find(BookingId.of(id).value(), clock.instant());
  }

  /** Sends a request; the function words the answer from the booking as it was decided. */
  CompletionStage<Response> send(Submission wish, Function<Booking, Response> accepted) {
    Function<RequestResult, Booking> booking = decided::of;
    return answers.to(wish, booking.andThen(accepted));
  }

  /** Sends a request about a booking in a path; the function says what of it is shown. */
  CompletionStage<Response> change(
      String id, Function<BookingId, Submission> wish, Function<Booking, Object> shown) {
    return send(wish.apply(BookingId.of(id)), booking -> Response.ok(shown.apply(booking)).build());
  }
}
