package booking.gateway.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;

/** JSON that was checked when it came in and is kept as text since. */
public final class JsonText {

  private static final ObjectMapper KEPT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private JsonText() {}

  /** The text as a tree; one that another producer has put past our checks is shown as a string. */
  public static JsonNode tree(String text) {
    try {
      return KEPT.readTree(text);
    } catch (JsonProcessingException unchecked) {
      return new TextNode(text);
    }
  }

  /** The text as a value that the worker wrote. */
  public static <T> T value(String text, TypeReference<T> type) {
    try {
      return KEPT.readValue(text, type);
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException("the read model holds JSON of another shape", bug);
    }
  }
}
