package booking.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/**
 * The command that writes the generated schemas among the committed ones; see CONTRIBUTING.md.
 *
 * <p>{@code new-version} adds a version for each schema that changed, and touches no other. {@code
 * first-version} throws all versions away and begins again at 1: only before the first release,
 * since it makes every record written so far unreadable.
 */
final class CommitSchemas {

  private final Path registry;

  private CommitSchemas(Path registry) {
    this.registry = registry;
  }

  public static void main(String[] args) throws IOException {
    CommitSchemas commit = new CommitSchemas(Path.of(args[1]));
    switch (args[0]) {
      case "first-version" -> commit.begin();
      case "new-version" -> commit.add();
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private void begin() throws IOException {
    if (Files.exists(registry)) {
      try (Stream<Path> files = Files.walk(registry)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    List<SchemaVersion> first = new ArrayList<>();
    ContractRecords.bySubject()
        .forEach(
            (subject, schema) ->
                first.add(new SchemaVersion(subject, 1, first.size() + 1, schema)));
    write(first);
  }

  private void add() throws IOException {
    LocalSchemaRegistry committed = LocalSchemaRegistry.bundled();
    int ids = committed.subjects().stream().mapToInt(s -> committed.versions(s).size()).sum();
    List<SchemaVersion> added = new ArrayList<>();
    ContractRecords.bySubject()
        .forEach(
            (subject, schema) -> {
              List<SchemaVersion> old = committed.versions(subject);
              if (!isLatest(schema, old)) {
                int id = ids + added.size() + 1;
                added.add(new SchemaVersion(subject, old.size() + 1, id, schema));
              }
            });
    write(added);
  }

  static boolean isLatest(Schema schema, List<SchemaVersion> versions) {
    return !versions.isEmpty() && versions.get(versions.size() - 1).schema().equals(schema);
  }

  private void write(List<SchemaVersion> versions) throws IOException {
    List<String> lines = new ArrayList<>();
    Path index = registry.resolve("ids.properties");
    if (Files.exists(index)) {
      lines.addAll(Files.readAllLines(index));
    } else {
      lines.add(
          "# subject.version=id. Lines are only ever added: an id in a record lives for ever.");
    }
    for (SchemaVersion version : versions) {
      Path file = registry.resolve(version.subject()).resolve(version.version() + ".avsc");
      Files.createDirectories(file.getParent());
      Files.writeString(file, SchemaFormatter.format("json/pretty", version.schema()) + "\n");
      lines.add("%s.%d=%d".formatted(version.subject(), version.version(), version.id()));
    }
    Files.createDirectories(registry);
    Files.write(index, lines);
  }
}
