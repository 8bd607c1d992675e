package booking.gateway.booking;

import booking.gateway.http.ParameterText;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;

/** Which bookings are wanted; what is empty does not narrow the search. */
public record BookingSearch(Optional<Long> userId, Optional<Long> roomId, Optional<String> status) {

  private static final List<String> STATUSES =
      List.of("pending", "confirmed", "completed", "no_show", "cancelled");

  /** What a user asks for: only ever the user's own. */
  static BookingSearch ofUser(long userId, UriInfo uri) {
    return new BookingSearch(Optional.of(userId), Optional.empty(), status(uri));
  }

  /** What an admin asks for. */
  static BookingSearch ofAdmin(UriInfo uri) {
    return new BookingSearch(
        ParameterText.query(uri, "userId").optionalId(),
        ParameterText.query(uri, "roomId").optionalId(),
        status(uri));
  }

  private static Optional<String> status(UriInfo uri) {
    return ParameterText.query(uri, "status").oneOf(STATUSES);
  }
}
