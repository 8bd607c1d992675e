package booking.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/**
 * The form of a schema that the contract is written in: without the {@code avro.java.…} properties
 * that the code generator adds, which mean nothing to a reader in another language.
 */
public final class PlainSchema {

  private static final ObjectMapper JSON = new ObjectMapper();

  private PlainSchema() {}

  /** The same schema without the properties that only Java reads. */
  public static Schema of(Schema schema) {
    try {
      JsonNode tree = JSON.readTree(schema.toString());
      strip(tree);
      // A property on a primitive makes it an object; the parser takes both forms for the same.
      return new Schema.Parser().parse(tree.toString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A schema that Avro wrote is no JSON", e);
    }
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove("avro.java.string");
    }
    node.forEach(PlainSchema::strip);
  }
}
