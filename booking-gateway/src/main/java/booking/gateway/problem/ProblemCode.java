package booking.gateway.problem;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** The word by which a client tells one error from another, and the HTTP status it travels with. */
public enum ProblemCode {
  // What the worker refuses.
  TIMESLOT_NOT_FOUND(404, "Timeslot not found"),
  BOOKING_NOT_FOUND(404, "Booking not found"),
  ROOM_NOT_FOUND(404, "Room not found"),
  TIMESLOT_CLOSED(409, "Timeslot is closed"),
  TIMESLOT_STARTED(409, "Timeslot has started"),
  ALREADY_BOOKED(409, "You have a live booking for this timeslot"),
  TIMESLOT_FULL(409, "Timeslot is not available"),
  TIMESLOT_EXHAUSTED(409, "Timeslot takes no more bookings"),
  CANNOT_CANCEL(409, "Booking cannot be cancelled"),
  NOT_CONFIRMED(409, "Booking is not confirmed"),
  TIMESLOT_NOT_STARTED(409, "Timeslot has not started"),
  ROOM_NAME_TAKEN(409, "Room name is taken"),
  ROOM_INACTIVE(409, "Room is inactive"),
  ROOM_MISMATCH(422, "Timeslot belongs to another room"),
  ROOM_NOT_PRICED(422, "Room has no hourly rate"),
  INVALID_DATE_RANGE(422, "Date range cannot be used"),
  INVALID_SLOT_DURATION(422, "Slot duration cannot be used"),
  NO_TIMESLOT_FITS(422, "No timeslot fits"),
  TOO_MANY_TIMESLOTS(422, "Too many timeslots"),
  IDEMPOTENCY_KEY_REUSED(422, "Idempotency-Key was used for another request"),
  FORBIDDEN(403, "Not allowed"),

  // What the gateway refuses before the worker hears of it.
  MALFORMED_REQUEST(400, "Request cannot be read"),
  INVALID_PARAMETER(400, "Parameter cannot be used"),
  UNAUTHENTICATED(401, "A valid token is needed"),
  NOT_FOUND(404, "Nothing is here"),
  REQUEST_NOT_FOUND(404, "Request not found"),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  NOT_ACCEPTABLE(406, "No such representation"),
  REQUEST_TIMEOUT(408, "Request took too long to arrive"),
  PAYLOAD_TOO_LARGE(413, "Request body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "Media type not supported"),
  VALIDATION_FAILED(422, "Fields are not valid"),
  TOO_MANY_REQUESTS(429, "Too many requests in a short time"),
  TOO_MANY_HOLDS(429, "Too many seats are held and not paid for"),
  INTERNAL_ERROR(500, "Something broke"),
  KAFKA_UNAVAILABLE(503, "Requests cannot be taken right now"),
  READ_MODEL_UNAVAILABLE(503, "Reading is not possible right now"),
  TOKEN_KEYS_UNAVAILABLE(503, "Tokens cannot be checked right now"),
  OVERLOADED(503, "Too many requests are waiting");

  private static final int SOON_SECONDS = 1;
  // A hold ends when it is paid for, cancelled or too old: none of these in a second.
  private static final int HOLD_SECONDS = 30;

  private final int status;
  private final String title;

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  /** The code in words, the same for every occurrence. */
  public String title() {
    return title;
  }

  /** After how many seconds the same request may be granted; empty if no time changes that. */
  public OptionalInt retryAfterSeconds() {
    if (this == TOO_MANY_HOLDS) {
      return OptionalInt.of(HOLD_SECONDS);
    }
    return status == 429 || status == 503 ? OptionalInt.of(SOON_SECONDS) : OptionalInt.empty();
  }

  /** Empty for a code of a newer worker, which this gateway does not know. */
  static Optional<ProblemCode> named(String code) {
    return Arrays.stream(values()).filter(known -> known.name().equals(code)).findFirst();
  }
}
