package booking.local.sandbox.registry;

import booking.schemas.LocalSchemaRegistry;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The schemas by the id that travels in front of each record. */
@Path("/schemas")
@Produces({RegistryMedia.V1_JSON, RegistryMedia.JSON, MediaType.APPLICATION_JSON})
public final class SchemaResource {

  /** The schema as JSON within JSON, as the protocol has it. */
  public record SchemaText(String schema) {}

  private final LocalSchemaRegistry registry;

  public SchemaResource(LocalSchemaRegistry registry) {
    this.registry = registry;
  }

  @GET
  @Path("/types")
  public List<String> types() {
    return List.of("AVRO");
  }

  @GET
  @Path("/ids/{id}")
  public SchemaText schema(@PathParam("id") String id) {
    if (!id.matches("\\d{1,9}")) {
      throw RegistryProblem.SCHEMA_NOT_FOUND.asException();
    }
    return registry
        .version(Integer.parseInt(id))
        .map(version -> new SchemaText(version.schema().toString()))
        .orElseThrow(RegistryProblem.SCHEMA_NOT_FOUND::asException);
  }
}
