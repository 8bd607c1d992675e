package booking.local.integrating;

import static org.assertj.core.api.Assertions.assertThat;

import booking.local.Repository;
import booking.schemas.Topic;
import booking.schemas.Topics;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be seen of the examples without Node; {@code -Pexamples} runs them. */
class ExamplesTest {

  private static final List<String> PROGRAMS =
      List.of(
          "booking/settings.js",
          "booking/topics.js",
          "payment-service/main.js",
          "payment-service/payments.js",
          "payment-service/refunds.js",
          "notification-service/main.js");
  private static final Pattern SETTING = Pattern.compile("\\b(?:setting|port)\\('(\\w+)'");
  private static final Pattern TOPIC =
      Pattern.compile("(?:write|follow)\\(\\s*'([a-z-]+)'|writer\\(\\[([^\\]]+)\\]");

  @Test
  void theLockFileNamesNoRegistry() {
    assertThat(Repository.text("examples/package-lock.json"))
        .contains("\"integrity\"")
        .doesNotContain("\"resolved\"");
  }

  @Test
  void everyDependencyHasOneVersion() throws Exception {
    JsonNode dependencies =
        new ObjectMapper().readTree(Repository.text("examples/package.json")).get("dependencies");

    assertThat(dependencies)
        .isNotEmpty()
        .allSatisfy(version -> assertThat(version.asText()).matches("\\d+\\.\\d+\\.\\d+"));
  }

  @Test
  void everySettingIsExplained() {
    String explained =
        Repository.text("examples/README.md")
            + Repository.text("examples/payment-service/README.md")
            + Repository.text("examples/notification-service/README.md");
    Set<String> read =
        PROGRAMS.stream()
            .flatMap(file -> found(SETTING, Repository.text("examples/" + file)))
            .collect(Collectors.toSet());

    assertThat(read)
        .contains("KAFKA_BOOTSTRAP_SERVERS", "PAYMENT_PORT")
        .allSatisfy(name -> assertThat(explained).contains(name));
  }

  @Test
  void everyTopicIsOneOfOurs() {
    Set<String> named =
        PROGRAMS.stream()
            .flatMap(file -> found(TOPIC, Repository.text("examples/" + file)))
            .flatMap(names -> Stream.of(names.replaceAll("[' ]", "").split(",")))
            .collect(Collectors.toSet());

    assertThat(Topics.ALL.stream().map(Topic::name)).containsAll(named);
    assertThat(named)
        .containsExactlyInAnyOrder(
            "payment-succeeded",
            "payment-failed",
            "refund-settled",
            "refund-requested",
            "booking-notifications");
  }

  private static Stream<String> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher
        .results()
        .map(hit -> hit.groupCount() > 1 && hit.group(1) == null ? hit.group(2) : hit.group(1));
  }
}
