package booking.local.sandbox.registry;

import booking.schemas.LocalSchemaRegistry;
import booking.schemas.SchemaVersion;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/** The schemas by subject, which is a topic's name and {@code -value}. */
@Path("/subjects")
@Consumes({RegistryMedia.V1_JSON, RegistryMedia.JSON, MediaType.APPLICATION_JSON})
@Produces({RegistryMedia.V1_JSON, RegistryMedia.JSON, MediaType.APPLICATION_JSON})
public final class SubjectResource {

  /** One version of a subject. */
  public record Version(String subject, int id, int version, String schema) {

    private static Version of(SchemaVersion version) {
      return new Version(
          version.subject(), version.id(), version.version(), version.schema().toString());
    }
  }

  /** The answer to a registration. */
  public record Registered(int id) {}

  private final LocalSchemaRegistry registry;

  public SubjectResource(LocalSchemaRegistry registry) {
    this.registry = registry;
  }

  @GET
  public List<String> subjects() {
    return registry.subjects();
  }

  /** The version that this schema is of the subject. */
  @POST
  @Path("/{subject}")
  public Version find(@PathParam("subject") String subject, Optional<ProposedSchema> proposed) {
    versions(subject);
    return registry
        .find(subject, schema(proposed).parsed())
        .map(Version::of)
        .orElseThrow(RegistryProblem.SCHEMA_NOT_FOUND::asException);
  }

  @GET
  @Path("/{subject}/versions")
  public List<Integer> numbers(@PathParam("subject") String subject) {
    return versions(subject).stream().map(SchemaVersion::version).toList();
  }

  /** Answers the id of a schema that is bundled; any other would change the contract. */
  @POST
  @Path("/{subject}/versions")
  public Registered register(
      @PathParam("subject") String subject, Optional<ProposedSchema> proposed) {
    return registry
        .find(subject, schema(proposed).parsed())
        .map(version -> new Registered(version.id()))
        .orElseThrow(RegistryProblem.NOT_THE_BUNDLED_SCHEMA::asException);
  }

  @GET
  @Path("/{subject}/versions/{version}")
  public Version version(
      @PathParam("subject") String subject, @PathParam("version") String number) {
    List<SchemaVersion> versions = versions(subject);
    if (number.equals("latest") || number.equals("-1")) {
      return Version.of(versions.get(versions.size() - 1));
    }
    if (!number.matches("[1-9]\\d{0,8}")) {
      throw RegistryProblem.INVALID_VERSION.asException();
    }
    int wanted = Integer.parseInt(number);
    return versions.stream()
        .filter(version -> version.version() == wanted)
        .findFirst()
        .map(Version::of)
        .orElseThrow(RegistryProblem.VERSION_NOT_FOUND::asException);
  }

  private List<SchemaVersion> versions(String subject) {
    List<SchemaVersion> versions = registry.versions(subject);
    if (versions.isEmpty()) {
      throw RegistryProblem.SUBJECT_NOT_FOUND.asException();
    }
    return versions;
  }

  private static ProposedSchema schema(Optional<ProposedSchema> proposed) {
    return proposed.orElseThrow(RegistryProblem.INVALID_SCHEMA::asException);
  }
}
