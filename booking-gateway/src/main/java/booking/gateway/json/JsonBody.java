package booking.gateway.json;

import booking.gateway.problem.ProblemCode;
import booking.gateway.problem.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A request's body: well-formed JSON, not yet known to be what was asked for. */
public final class JsonBody {

  private static final int LONGEST_NAME_TOLD = 60;

  private static final Map<Class<?>, String> WORDS =
      Map.of(
          String.class, "a string",
          Long.class, "a whole number",
          Integer.class, "a whole number",
          int.class, "a whole number",
          BigDecimal.class, "a number",
          Boolean.class, "true or false",
          ArrayList.class, "an array");

  private final ObjectMapper mapper;
  private final Optional<JsonNode> document;

  private JsonBody(ObjectMapper mapper, Optional<JsonNode> document) {
    this.mapper = mapper;
    this.document = document;
  }

  static JsonBody of(ObjectMapper mapper, byte[] bytes) {
    if (bytes.length == 0) {
      return new JsonBody(mapper, Optional.empty());
    }
    try {
      return new JsonBody(mapper, Optional.of(mapper.readTree(bytes)));
    } catch (JsonProcessingException malformed) {
      throw malformed("The body is not JSON: line " + line(malformed) + ".", malformed);
    } catch (NumberFormatException beyondAll) {
      // Jackson bounds a number's length, but not its exponent.
      throw malformed("A number in the body is out of range.", beyondAll);
    } catch (java.io.IOException malformed) {
      throw malformed("The body is not JSON in UTF-8.", malformed);
    }
  }

  /** The body as the request that a call wants; an empty one is refused. */
  public <T> T as(Class<T> request) {
    return asOptional(request)
        .orElseThrow(
            () -> new ProblemException(ProblemCode.MALFORMED_REQUEST, "The body is empty."));
  }

  /** As {@link #as}, for a call whose body may be left out. */
  public <T> Optional<T> asOptional(Class<T> request) {
    return document.map(tree -> read(tree, request));
  }

  /** The same for any two bodies that mean the same; empty for no body. */
  public byte[] canonical() {
    try {
      return document.isEmpty() ? new byte[0] : mapper.writeValueAsBytes(document.get());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree that was read can be written", impossible);
    }
  }

  private <T> T read(JsonNode tree, Class<T> request) {
    if (!tree.isObject()) {
      throw new ProblemException(ProblemCode.MALFORMED_REQUEST, "The body must be a JSON object.");
    }
    try {
      return mapper.treeToValue(tree, request);
    } catch (UnrecognizedPropertyException unknown) {
      throw malformed(path(unknown) + " is not a field of this request.", unknown);
    } catch (MismatchedInputException mismatch) {
      throw malformed(path(mismatch) + " must be " + wanted(mismatch) + ".", mismatch);
    } catch (JsonMappingException tooLarge) {
      throw malformed(path(tooLarge) + " is out of range.", tooLarge);
    } catch (JsonProcessingException other) {
      throw malformed("A field cannot be read.", other);
    }
  }

  private static String path(JsonMappingException mismatch) {
    return mismatch.getPath().stream()
        .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : name(step))
        .collect(Collectors.joining("."));
  }

  private static String name(JsonMappingException.Reference step) {
    String name = step.getFieldName();
    return name.length() > LONGEST_NAME_TOLD ? name.substring(0, LONGEST_NAME_TOLD) + "…" : name;
  }

  private static String wanted(MismatchedInputException mismatch) {
    return WORDS.getOrDefault(mismatch.getTargetType(), "an object");
  }

  private static String line(JsonProcessingException malformed) {
    return malformed.getLocation() == null
        ? "unknown"
        : malformed.getLocation().getLineNr() + ", column " + malformed.getLocation().getColumnNr();
  }

  private static ProblemException malformed(String detail, Exception cause) {
    return new ProblemException(ProblemCode.MALFORMED_REQUEST, detail, cause);
  }
}
