package booking.local.sandbox.registry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/**
 * A schema that a client asks about, with what else its version of the protocol sends along.
 *
 * @param schemaType AVRO if left out
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProposedSchema(Optional<String> schema, Optional<String> schemaType) {

  Schema parsed() {
    if (!schemaType.orElse("AVRO").equals("AVRO")) {
      throw RegistryProblem.INVALID_SCHEMA.asException();
    }
    try {
      return schema
          .map(text -> new Schema.Parser().parse(text))
          .orElseThrow(RegistryProblem.INVALID_SCHEMA::asException);
    } catch (SchemaParseException invalid) {
      throw RegistryProblem.INVALID_SCHEMA.asException();
    }
  }
}
