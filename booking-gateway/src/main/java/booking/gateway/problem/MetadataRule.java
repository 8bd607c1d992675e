package booking.gateway.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;

/** What may be kept as metadata: a small JSON object whose texts people can read. */
public final class MetadataRule {

  private static final int MOST_BYTES = 4096;
  private static final String FIELD = "metadata";

  private MetadataRule() {}

  /** The object as the text that is kept, if it was sent. */
  public static Optional<String> text(Violations violations, Optional<ObjectNode> metadata) {
    Optional<String> text = metadata.map(JsonNode::toString);
    violations.unless(
        text.map(kept -> kept.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES).orElse(true),
        FIELD,
        "must have at most " + MOST_BYTES + " bytes");
    violations.unless(
        metadata.map(MetadataRule::isReadable).orElse(true),
        FIELD,
        "must not contain control characters or text direction overrides");
    return text;
  }

  private static boolean isReadable(JsonNode node) {
    if (node.isTextual()) {
      return isReadable(node.textValue());
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      if (!isReadable(names.next())) {
        return false;
      }
    }
    for (JsonNode child : node) {
      if (!isReadable(child)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isReadable(String text) {
    return Text.fault(text, Integer.MAX_VALUE, true).isEmpty();
  }
}
