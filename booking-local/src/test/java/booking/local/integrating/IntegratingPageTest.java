package booking.local.integrating;

import static org.assertj.core.api.Assertions.assertThat;

import booking.local.Repository;
import booking.schemas.NotificationKind;
import booking.schemas.Topic;
import booking.schemas.Topics;
import booking.worker.slot.Refund;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page for the other teams says of their records is what the schemas have. */
class IntegratingPageTest {

  private static final String PAGE = Repository.text("docs/integrating.md");
  private static final Pattern NAMED_ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| [^|]*\\w");

  static Stream<Topic<?>> topicsOfOtherTeams() {
    return Stream.of(
        Topics.PAYMENT_SUCCEEDED,
        Topics.PAYMENT_FAILED,
        Topics.REFUND_REQUESTED,
        Topics.REFUND_SETTLED,
        Topics.BOOKING_NOTIFICATIONS,
        Topics.BOOKING_EVENTS,
        Topics.CATALOG_EVENTS);
  }

  static Stream<Topic<?>> topicsOfEvents() {
    return Stream.of(Topics.BOOKING_EVENTS, Topics.CATALOG_EVENTS);
  }

  @ParameterizedTest
  @MethodSource("topicsOfOtherTeams")
  void everyFieldIsExplainedInTheOrderOfTheSchema(Topic<?> topic) {
    Schema schema = SpecificData.get().getSchema(topic.type());

    assertThat(rows(section(topic), "| field |"))
        .containsExactlyElementsOf(schema.getFields().stream().map(Schema.Field::name).toList());
  }

  @ParameterizedTest
  @MethodSource("topicsOfOtherTeams")
  void everyKeyIsTheSchemas(Topic<?> topic) {
    String key = section(topic).replaceAll("(?s).*?Key: the `(\\w+)`.*", "$1");

    assertThat(SpecificData.get().getSchema(topic.type()).getDoc())
        .endsWith("Key: the " + key + ".");
  }

  @Test
  void everyReasonOfARefundIsExplained() {
    assertThat(rows(section(Topics.REFUND_REQUESTED), "| reason |"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Refund.Reason.values())
                .map(reason -> reason.name().toLowerCase(Locale.ROOT))
                .toList());
  }

  @Test
  void everyKindOfNotificationIsExplained() {
    assertThat(rows(section(Topics.BOOKING_NOTIFICATIONS), "| kind |"))
        .containsExactlyElementsOf(
            Arrays.stream(NotificationKind.values())
                .filter(kind -> kind != NotificationKind.UNKNOWN)
                .map(NotificationKind::name)
                .toList());
  }

  @ParameterizedTest
  @MethodSource("topicsOfEvents")
  void everyFactIsExplained(Topic<?> topic) {
    Schema fact = SpecificData.get().getSchema(topic.type()).getField("fact").schema();

    assertThat(rows(section(topic), "| fact |"))
        .containsExactlyElementsOf(
            fact.getTypes().stream()
                .map(Schema::getName)
                .filter(name -> !name.equals("Other"))
                .toList());
  }

  /** From the headline that ends with the topic's name to the next one. */
  private static String section(Topic<?> topic) {
    String headline = ": `" + topic.name() + "`\n";
    assertThat(PAGE).containsOnlyOnce(headline);
    String rest = PAGE.substring(PAGE.indexOf(headline) + headline.length());
    return rest.split("(?m)^#", 2)[0];
  }

  /** The names that begin the rows of the table with this head. */
  private static List<String> rows(String section, String head) {
    assertThat(section).containsOnlyOnce("\n" + head);
    String table = section.substring(section.indexOf("\n" + head) + 1).split("\n\n", 2)[0];
    return NAMED_ROW.matcher(table).results().map(found -> found.group(1)).toList();
  }
}
