package booking.schemas;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidatorBuilder;

/**
 * The rule for every change of a schema, Confluent's FULL_TRANSITIVE and a little more: each
 * version reads what any other wrote, and means the same by it. Avro's own check does not look at
 * the record's name, at the names of branches, at logical types, or at symbols that an enum lost
 * and its default stands for.
 */
final class Compatibility {

  private Compatibility() {}

  /** What forbids that the later schema follows the earlier, in words; empty when nothing does. */
  static List<String> breaks(Schema later, Schema earlier) {
    List<String> breaks = new ArrayList<>();
    if (!later.getFullName().equals(earlier.getFullName())) {
      breaks.add(earlier.getFullName() + " is now called " + later.getFullName());
    }
    try {
      new SchemaValidatorBuilder()
          .mutualReadStrategy()
          .validateAll()
          .validate(later, List.of(earlier));
    } catch (SchemaValidationException e) {
      breaks.add("One cannot read what the other wrote: " + e.getMessage());
    }
    SchemaPairs.differentMeanings(earlier, later).forEach(breaks::add);
    SchemaPairs.of(earlier, later)
        .filter(pair -> pair.written().getType() == Schema.Type.ENUM)
        .filter(pair -> pair.read().getType() == Schema.Type.ENUM)
        .filter(pair -> !startsAlike(pair.written(), pair.read()))
        .forEach(pair -> breaks.add(pair.path() + " lost or moved a symbol"));
    SchemaPairs.of(earlier, later)
        .filter(pair -> pair.written().getType() == Schema.Type.UNION)
        .filter(pair -> !branches(pair.written()).equals(branches(pair.read())))
        .forEach(pair -> breaks.add(pair.path() + " has other branches"));
    return breaks;
  }

  /** Branches travel as their position; Avro takes a record of the same shape for the same. */
  private static List<String> branches(Schema union) {
    return union.getTypes().stream().map(Schema::getFullName).toList();
  }

  /** Symbols travel as their position, and are only ever added at the end. */
  private static boolean startsAlike(Schema earlier, Schema later) {
    List<String> symbols = earlier.getEnumSymbols();
    return later.getEnumSymbols().size() >= symbols.size()
        && later.getEnumSymbols().subList(0, symbols.size()).equals(symbols);
  }
}
