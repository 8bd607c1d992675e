package booking.gateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An RFC 9457 problem: the body of every answer that is not a success.
 *
 * @param type a URN that names the code
 * @param title the code in words
 * @param status the HTTP status
 * @param detail what was wrong with this very request
 * @param code a {@link ProblemCode}, or a code of a newer worker
 * @param violations the fields that break a rule, for {@code VALIDATION_FAILED}
 * @param instance the id under which the operators find this occurrence in the log
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "error"})
@Schema(description = "An RFC 9457 problem. Tell errors apart by code, never by title or detail.")
public record Problem(
    @Schema(example = "urn:booking:problem:timeslot-full") String type,
    @Schema(example = "Timeslot is not available") String title,
    @Schema(example = "409") int status,
    String detail,
    @Schema(example = "TIMESLOT_FULL") String code,
    List<Violation> violations,
    Optional<String> instance) {

  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final int STATUS_OF_AN_UNKNOWN_REFUSAL = 409;

  public Problem {
    violations = List.copyOf(violations);
  }

  public static Problem of(ProblemCode code, String detail) {
    return of(code.name(), detail);
  }

  /** A refusal by its code; one that this gateway does not know is a 409. */
  public static Problem of(String code, String detail) {
    Optional<ProblemCode> known = ProblemCode.named(code);
    return new Problem(
        "urn:booking:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'),
        known.map(ProblemCode::title).orElse("Refused"),
        known.map(ProblemCode::status).orElse(STATUS_OF_AN_UNKNOWN_REFUSAL),
        detail,
        code,
        List.of(),
        Optional.empty());
  }

  Problem with(List<Violation> found) {
    return new Problem(type, title, status, detail, code, found, instance);
  }

  Problem loggedAs(String id) {
    return new Problem(type, title, status, detail, code, violations, Optional.of(id));
  }

  /** The detail once more, under the name by which the sprint document's clients read it. */
  @JsonProperty("error")
  @Schema(description = "The same as detail.")
  public String error() {
    return detail;
  }

  /** After how many seconds to send the same request again; empty if no time changes its answer. */
  public OptionalInt retryAfterSeconds() {
    return ProblemCode.named(code)
        .map(ProblemCode::retryAfterSeconds)
        .orElseGet(OptionalInt::empty);
  }

  /** The answer with the headers that belong to its status. */
  public Response toResponse() {
    Response.ResponseBuilder response = Response.status(status).type(MEDIA_TYPE).entity(this);
    if (status == 401) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"booking\"");
    }
    retryAfterSeconds().ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
    return response.build();
  }
}
