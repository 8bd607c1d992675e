package booking.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The check of compatibility catches every way to break a reader, and lets the harmless pass. */
class CompatibilityTest {

  private static final String COMMITTED =
      """
      {"type": "record", "name": "Sold", "namespace": "shop", "fields": [
        {"name": "id", "type": "long"},
        {"name": "amount", "type": {
          "type": "bytes", "logicalType": "decimal", "precision": 12, "scale": 2}},
        {"name": "at", "type": {"type": "long", "logicalType": "timestamp-millis"}},
        {"name": "state", "type": {
          "type": "enum", "name": "State", "symbols": ["UNKNOWN", "NEW", "OLD"], "default": "UNKNOWN"}},
        {"name": "note", "type": ["null", "string"], "default": null},
        {"name": "refund", "type": ["null", {
          "type": "bytes", "logicalType": "decimal", "precision": 12, "scale": 2}], "default": null},
        {"name": "what", "type": [
          {"type": "record", "name": "Bread", "fields": [{"name": "grams", "type": "int"}]},
          {"type": "record", "name": "Milk", "fields": []}
        ]},
        {"name": "tags", "type": {"type": "array", "items": "string"}, "default": []}
      ]}
      """;

  private static final String ID = "{\"name\": \"id\", \"type\": \"long\"},";

  static Stream<Arguments> breakingChanges() {
    return Stream.of(
        change("a field without default is removed", ID, ""),
        change("a field without default is added", ID, ID + ID.replace("id", "buyer")),
        change("a field without default is renamed", "\"name\": \"id\"", "\"name\": \"number\""),
        change("a type is changed", ID, ID.replace("long", "string")),
        change("a type is widened", ID, ID.replace("long", "double")),
        change("an enum's symbol is removed", "\"NEW\", \"OLD\"", "\"NEW\""),
        change("an enum's symbols are swapped", "\"NEW\", \"OLD\"", "\"OLD\", \"NEW\""),
        change("an enum's symbol is renamed", "\"OLD\"", "\"AGED\""),
        change("an enum is renamed", "\"name\": \"State\"", "\"name\": \"Stage\""),
        change(
            "a union is narrowed",
            "[\"null\", \"string\"], \"default\": null",
            "\"string\", \"default\": \"\""),
        change("a union gains a branch", "\"fields\": []}", "\"fields\": []}, \"string\""),
        change("a branch is renamed", "\"name\": \"Milk\"", "\"name\": \"Cream\""),
        change("a field of a branch changes type", "\"type\": \"int\"", "\"type\": \"string\""),
        change("a decimal's scale changes", "\"scale\": 2", "\"scale\": 3"),
        change("a decimal's precision changes", "12", "10"),
        change(
            "a decimal becomes bytes",
            "\"logicalType\": \"decimal\", \"precision\": 12, \"scale\": 2",
            "\"doc\": \"\""),
        change("a time becomes a number", ", \"logicalType\": \"timestamp-millis\"", ""),
        change("a time's unit changes", "timestamp-millis", "timestamp-micros"),
        change("the items of an array change type", "\"items\": \"string\"", "\"items\": \"long\""),
        change("the record is renamed", "\"name\": \"Sold\"", "\"name\": \"Bought\""),
        change("the record is moved", "\"namespace\": \"shop\"", "\"namespace\": \"market\""));
  }

  static Stream<Arguments> harmlessChanges() {
    return Stream.of(
        change("nothing", "", ""),
        change(
            "a field with default is added",
            ID,
            ID + "{\"name\": \"n\", \"type\": \"int\", \"default\": 0},"),
        change(
            "a field with default is removed",
            "{\"name\": \"note\", \"type\": [\"null\", \"string\"], \"default\": null},",
            ""),
        change("a symbol is added at the end", "\"OLD\"]", "\"OLD\", \"GONE\"]"),
        change("a comment is written", "\"name\": \"id\"", "\"name\": \"id\", \"doc\": \"Yes.\""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("breakingChanges")
  void aBreakingChangeIsRefused(String change, String later) {
    assertThat(Compatibility.breaks(schema(later), schema(COMMITTED))).as(change).isNotEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("harmlessChanges")
  void aHarmlessChangePasses(String change, String later) {
    assertThat(Compatibility.breaks(schema(later), schema(COMMITTED))).as(change).isEmpty();
  }

  @Test
  void theFieldAtFaultIsNamed() {
    String later = COMMITTED.replace("\"scale\": 2", "\"scale\": 3");

    assertThat(Compatibility.breaks(schema(later), schema(COMMITTED)))
        .contains(
            "Sold.amount is written as decimal(12,2) and read as decimal(12,3)",
            "Sold.refund is written as decimal(12,2) and read as decimal(12,3)");
  }

  private static Schema schema(String text) {
    return new Schema.Parser().parse(text);
  }

  private static Arguments change(String name, String from, String to) {
    if (!COMMITTED.contains(from)) {
      throw new IllegalArgumentException("Nothing to change: " + from);
    }
    return arguments(name, COMMITTED.replace(from, to));
  }
}
