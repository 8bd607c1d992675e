package booking.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;

/** What an HTTP call came back with. */
public record Answer(int status, String body, HttpHeaders headers) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException no) {
      throw new AssertionError("No JSON: " + this, no);
    }
  }

  /** The text or number of a field, by a path such as {@code booking/status}. */
  public String text(String path) {
    JsonNode found = json().at("/" + path);
    if (found.isMissingNode()) {
      throw new AssertionError("No " + path + " in " + this);
    }
    return found.asText();
  }

  public long number(String path) {
    return Long.parseLong(text(path));
  }
}
