package booking.local.sandbox.registry;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/** The ways in which the registry says no, with the error codes that Confluent's clients know. */
enum RegistryProblem {
  SUBJECT_NOT_FOUND(404, 40401, "Subject not found."),
  VERSION_NOT_FOUND(404, 40402, "Version not found."),
  SCHEMA_NOT_FOUND(404, 40403, "Schema not found."),
  INVALID_SCHEMA(422, 42201, "The schema is no Avro schema."),
  INVALID_VERSION(422, 42202, "A version is a number from 1 on, or latest."),
  NOT_THE_BUNDLED_SCHEMA(
      409, 409, "The schema is none of those bundled here, and new ones are not taken.");

  /** What the client reads. */
  record Body(@JsonProperty("error_code") int errorCode, String message) {}

  private final int status;
  private final Body body;

  RegistryProblem(int status, int errorCode, String message) {
    this.status = status;
    this.body = new Body(errorCode, message);
  }

  WebApplicationException asException() {
    return new WebApplicationException(Response.status(status).entity(body).build());
  }
}
