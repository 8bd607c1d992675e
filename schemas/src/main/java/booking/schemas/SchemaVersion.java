package booking.schemas;

import static java.util.Objects.requireNonNull;

import org.apache.avro.Schema;

/**
 * One version of a subject's schema, as committed.
 *
 * @param subject the topic's name and {@code -value}
 * @param version 1, 2, 3 … within the subject
 * @param id unique among all subjects, 1 or more
 * @param schema free of what only Java needs, see {@link PlainSchema}
 */
public record SchemaVersion(String subject, int version, int id, Schema schema) {

  public SchemaVersion {
    requireNonNull(subject, "subject");
    requireNonNull(schema, "schema");
  }
}
