package booking.schemas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * Two schemas laid side by side: each part of the one with the part of the other that Avro reads it
 * as. Avro resolves names and shapes itself; this is for what it does not look at.
 */
final class SchemaPairs {

  /**
   * One part in both schemas.
   *
   * @param path where it is, as {@code Record.field.field}
   */
  record Pair(String path, Schema written, Schema read) {}

  private final List<Pair> pairs = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private SchemaPairs() {}

  static Stream<Pair> of(Schema written, Schema read) {
    SchemaPairs all = new SchemaPairs();
    all.add(read.getType().getName(), written, read);
    return all.pairs.stream();
  }

  /**
   * Where the two mean different things by the same bytes, in words: Avro ignores logical types
   * when it resolves, so a decimal of scale 3 read as one of scale 2 would be ten times the money.
   */
  static Stream<String> differentMeanings(Schema written, Schema read) {
    return of(written, read)
        .filter(pair -> !meaning(pair.written()).equals(meaning(pair.read())))
        .map(
            pair ->
                "%s is written as %s and read as %s"
                    .formatted(pair.path(), meaning(pair.written()), meaning(pair.read())));
  }

  private static String meaning(Schema schema) {
    String logical = schema.getProp("logicalType");
    return logical == null
        ? schema.getType().getName()
        : "%s(%s,%s)"
            .formatted(logical, schema.getObjectProp("precision"), schema.getObjectProp("scale"));
  }

  private void add(String path, Schema written, Schema read) {
    if (written.getType() == Schema.Type.UNION) {
      if (read.getType() == Schema.Type.UNION) {
        pairs.add(new Pair(path, written, read));
      }
      written.getTypes().forEach(branch -> addBranch(path, branch, read));
    } else if (read.getType() == Schema.Type.UNION) {
      addBranch(path, written, read);
    } else {
      pairs.add(new Pair(path, written, read));
      addParts(path, written, read);
    }
  }

  private void addBranch(String path, Schema written, Schema read) {
    List<Schema> branches = read.getType() == Schema.Type.UNION ? read.getTypes() : List.of(read);
    branches.stream()
        .filter(branch -> branch.getType() == written.getType())
        .filter(branch -> Objects.equals(branch.getFullName(), written.getFullName()))
        .forEach(branch -> add(path, written, branch));
  }

  private void addParts(String path, Schema written, Schema read) {
    if (written.getType() != read.getType()) {
      return;
    }
    switch (read.getType()) {
      case ARRAY -> add(path, written.getElementType(), read.getElementType());
      case MAP -> add(path, written.getValueType(), read.getValueType());
      case RECORD -> addFields(written, read);
      default -> {
        // Nothing inside.
      }
    }
  }

  private void addFields(Schema written, Schema read) {
    if (!seen.add(read.getFullName())) {
      return;
    }
    for (Schema.Field field : read.getFields()) {
      Schema.Field from = written.getField(field.name());
      if (from != null) {
        add(read.getName() + "." + field.name(), from.schema(), field.schema());
      }
    }
  }
}
