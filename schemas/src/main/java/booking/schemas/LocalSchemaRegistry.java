package booking.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;

/**
 * A registry in the jar: every committed version of every schema, each with an id that never
 * changes. It needs no network and cannot be unavailable. Immutable.
 */
public final class LocalSchemaRegistry implements SchemaRegistry {

  private static final String INDEX = "ids.properties";

  private final Map<Integer, SchemaVersion> byId;

  private LocalSchemaRegistry(Stream<SchemaVersion> versions) {
    byId = versions.collect(Collectors.toUnmodifiableMap(SchemaVersion::id, Function.identity()));
  }

  /** The committed versions. */
  public static LocalSchemaRegistry bundled() {
    return Bundled.REGISTRY;
  }

  @Override
  public int idOf(String subject, Schema schema) {
    return find(subject, schema)
        .map(SchemaVersion::id)
        .orElseThrow(
            () -> new SerializationException("No committed version of " + subject + " is this"));
  }

  @Override
  public Schema schemaOf(int id) {
    return version(id)
        .map(SchemaVersion::schema)
        .orElseThrow(() -> new SerializationException("No schema has the id " + id));
  }

  /** The version with this id. */
  public Optional<SchemaVersion> version(int id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The version of the subject that is this schema, whatever only Java reads in it aside. */
  public Optional<SchemaVersion> find(String subject, Schema schema) {
    Schema wanted = PlainSchema.of(schema);
    return versions(subject).stream().filter(v -> v.schema().equals(wanted)).findFirst();
  }

  /** The versions of a subject from 1 on; empty when there is no such subject. */
  public List<SchemaVersion> versions(String subject) {
    return byId.values().stream()
        .filter(version -> version.subject().equals(subject))
        .sorted(Comparator.comparingInt(SchemaVersion::version))
        .toList();
  }

  /** All subjects by name. */
  public List<String> subjects() {
    return byId.values().stream().map(SchemaVersion::subject).distinct().sorted().toList();
  }

  /** Made when it is first asked for, once for all who share the class. */
  private static final class Bundled {

    private static final LocalSchemaRegistry REGISTRY = new LocalSchemaRegistry(read());

    private static Stream<SchemaVersion> read() {
      Properties ids = new Properties();
      try (InputStream index = open(INDEX)) {
        ids.load(index);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return ids.stringPropertyNames().stream()
          .map(key -> version(key, Integer.parseInt(ids.getProperty(key))));
    }

    /** A line of the index says {@code subject.version=id}. */
    private static SchemaVersion version(String key, int id) {
      int dot = key.lastIndexOf('.');
      String subject = key.substring(0, dot);
      int version = Integer.parseInt(key.substring(dot + 1));
      try (InputStream text = open(subject + "/" + version + ".avsc")) {
        return new SchemaVersion(subject, version, id, new Schema.Parser().parse(text));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static InputStream open(String name) {
      InputStream in = LocalSchemaRegistry.class.getResourceAsStream("registry/" + name);
      if (in == null) {
        throw new IllegalStateException("The jar lacks registry/" + name);
      }
      return in;
    }
  }
}
