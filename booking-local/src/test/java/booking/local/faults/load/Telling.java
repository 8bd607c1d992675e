package booking.local.faults.load;

import booking.local.Answer;
import booking.local.faults.history.Ending;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an answer tells its client.
 *
 * @param code why it was refused, or what came instead of an answer
 * @param booking that it is about
 * @param version of that booking
 * @param status of that booking, in the API's word
 */
record Telling(
    Ending ending,
    Optional<String> code,
    OptionalLong booking,
    OptionalLong version,
    Optional<String> status) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of a call that got no answer at all. */
  static Telling nothing(Throwable failure) {
    return new Telling(
        Ending.UNKNOWN,
        Optional.of(failure.getClass().getSimpleName()),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }

  static Telling of(Answer answer) {
    JsonNode body = tree(answer.body());
    JsonNode booking = body.has("booking") ? body.get("booking") : body;
    boolean isBooking = booking.has("timeslotId") && booking.has("userId");
    return new Telling(
        ending(answer.status()),
        answer.status() < 400 && answer.status() != 202
            ? Optional.empty()
            : Optional.of(body.path("code").asText(Integer.toString(answer.status()))),
        isBooking ? OptionalLong.of(booking.get("id").asLong()) : OptionalLong.empty(),
        isBooking ? version(booking) : OptionalLong.empty(),
        isBooking ? Optional.of(booking.path("status").asText()) : Optional.empty());
  }

  /** Whether nothing but a lack of luck stands between the client and its answer. */
  boolean isUnknown() {
    return ending == Ending.UNKNOWN;
  }

  private static OptionalLong version(JsonNode booking) {
    return OptionalLong.of(Instant.parse(booking.get("updatedAt").asText()).toEpochMilli());
  }

  private static Ending ending(int status) {
    if (status == 202 || status == 429 || status >= 500) {
      return Ending.UNKNOWN;
    }
    return status < 400 ? Ending.OK : Ending.REFUSED;
  }

  private static JsonNode tree(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException no) {
      return JSON.createObjectNode();
    }
  }
}
