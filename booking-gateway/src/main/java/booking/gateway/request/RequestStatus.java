package booking.gateway.request;

import booking.schemas.RequestResult;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/**
 * How a request stands.
 *
 * @param status {@code pending}, {@code accepted} or {@code rejected}
 * @param code why it was rejected
 * @param bookingId the booking that it made or changed
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RequestStatus(
    String requestId,
    @Schema(allowableValues = {"pending", "accepted", "rejected"}) String status,
    Optional<String> code,
    Optional<Long> bookingId) {

  private static final String PENDING = "pending";
  private static final String REJECTED = "rejected";

  static RequestStatus pending(String requestId) {
    return new RequestStatus(requestId, PENDING, Optional.empty(), Optional.empty());
  }

  static RequestStatus of(RequestResult result) {
    return new RequestStatus(
        result.getRequestId(),
        result.getAccepted() ? "accepted" : REJECTED,
        Optional.ofNullable(result.getCode()),
        Optional.ofNullable(result.getBookingAfter()).map(booking -> booking.getBookingId()));
  }

  @JsonIgnore
  boolean isRejected() {
    return status.equals(REJECTED);
  }

  @JsonIgnore
  boolean isPending() {
    return status.equals(PENDING);
  }
}
