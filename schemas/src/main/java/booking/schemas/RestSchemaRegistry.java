package booking.schemas;

import booking.schemas.RegistryServers.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * A registry that is asked over HTTP in Confluent's protocol. Ids and schemas never change, so each
 * is asked once and kept.
 */
public final class RestSchemaRegistry implements SchemaRegistry {

  private record Registration(String subject, Schema schema) {}

  private final RegistryServers servers;
  private final boolean register;
  private final Map<Registration, Integer> ids = new ConcurrentHashMap<>();
  private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

  /**
   * @param urls one or more, separated by commas; the first that works answers
   * @param register whether to register a schema that the registry does not have yet
   * @throws org.apache.kafka.common.config.ConfigException if one is no http(s) URL
   */
  public RestSchemaRegistry(String urls, boolean register) {
    this.servers = new RegistryServers(urls);
    this.register = register;
  }

  @Override
  public int idOf(String subject, Schema schema) {
    Registration registration = new Registration(subject, schema);
    Integer known = ids.get(registration);
    if (known == null) {
      known = askForId(registration);
      ids.put(registration, known);
    }
    return known;
  }

  @Override
  public Schema schemaOf(int id) {
    Schema known = schemas.get(id);
    if (known == null) {
      known = askForSchema(id);
      schemas.put(id, known);
    }
    return known;
  }

  private int askForId(Registration wanted) {
    String path = "/subjects/" + URLEncoder.encode(wanted.subject(), StandardCharsets.UTF_8);
    JsonNode body = JsonNodeFactory.instance.objectNode().put("schema", wanted.schema().toString());
    Answer answer = servers.post(register ? path + "/versions" : path, body);
    if (!answer.isYes()) {
      throw new SerializationException(
          "The registry does not take %s as %s: %s"
              .formatted(wanted.schema().getFullName(), wanted.subject(), answer.body()));
    }
    return required(answer, "id").asInt();
  }

  private Schema askForSchema(int id) {
    Answer answer = servers.get("/schemas/ids/" + id);
    if (!answer.isYes()) {
      throw new SerializationException("The registry has no schema with the id " + id);
    }
    String text = required(answer, "schema").asText();
    try {
      return new Schema.Parser().parse(text);
    } catch (SchemaParseException e) {
      throw new SerializationException("Schema " + id + " is not Avro", e);
    }
  }

  private static JsonNode required(Answer answer, String field) {
    JsonNode value = answer.body().path(field);
    if (value.isMissingNode()) {
      throw new SchemaRegistryUnavailableException("Not a registry: it answers without " + field);
    }
    return value;
  }
}
