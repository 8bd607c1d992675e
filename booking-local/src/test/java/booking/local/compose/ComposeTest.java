package booking.local.compose;

import static booking.local.Repository.text;
import static org.assertj.core.api.Assertions.assertThat;

import booking.local.compose.ComposeFile.Container;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The compose file keeps the rules for containers, and tells the programs what they know. */
class ComposeTest {

  private static final String COMPOSE = text("docker-compose.yml");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)");

  @Test
  void everyContainerIsBoundedWatchedClosedAndKnownByItsVersion() {
    assertThat(ContainerRules.broken(ComposeFile.parse(COMPOSE))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image: apache/kafka:4.3.1 | image: apache/kafka:latest | an image with a version",
        "mem_limit: 1g | x-mem_limit: 1g | a bound on memory",
        "cpus: 0.5 | x-cpus: 0.5 | a bound on processors",
        "pids_limit: 512 | x-pids_limit: 512 | a bound on processes",
        "healthcheck: | x-healthcheck: | a check of its health",
        "restart: unless-stopped | restart: 'no' | a restart",
        "read_only: true | read_only: false | a root that cannot be written",
        "cap_drop: [ALL] | cap_drop: [] | no capabilities",
        "no-new-privileges:true | no-new-privileges:false | no new privileges",
        "127.0.0.1:${GATEWAY_1_PORT | 0.0.0.0:${GATEWAY_1_PORT | ports on loopback only",
        "${JWT_SECRET:?is | ${JWT_SECRET:-is | no secret of its own",
        "${POSTGRES_ADMIN_PASSWORD:? | postgres # ${ | no secret of its own",
      })
  void whatBreaksARuleIsFound(String kept, String broken, String rule) {
    assertThat(COMPOSE).contains(kept);
    assertThat(ContainerRules.broken(ComposeFile.parse(COMPOSE.replace(kept, broken))))
        .isNotEmpty()
        .allMatch(found -> found.endsWith(" needs " + rule));
  }

  @ParameterizedTest
  @CsvSource({
    "worker-1, booking-worker, worker.yml",
    "worker-2, booking-worker, worker.yml",
    "gateway-1, booking-gateway, gateway.yml",
    "gateway-2, booking-gateway, gateway.yml",
    "sandbox, booking-local, sandbox.yml"
  })
  void noProgramIsToldWhatItDoesNotAskFor(String name, String module, String settings) {
    Container container = ComposeFile.parse(COMPOSE).container(name);
    String yml = text(module + "/src/main/resources/" + settings);
    Set<String> asked =
        VARIABLE.matcher(yml).results().map(found -> found.group(1)).collect(Collectors.toSet());

    assertThat(container.program()).hasValue(module);
    assertThat(asked).containsAll(container.environment().keySet());
    assertThat(asked).containsAll(setBy(module));
  }

  private static Set<String> setBy(String module) {
    Matcher line =
        Pattern.compile("(?m)^ENV (.*)$").matcher(text(module + "/Dockerfile").replace("\\\n", ""));
    assertThat(line.find()).isTrue();
    return List.of(line.group(1).split(" ")).stream()
        .map(variable -> variable.substring(0, variable.indexOf('=')))
        .collect(Collectors.toSet());
  }

  @Test
  void whatMustDifferBetweenInstancesDiffers() {
    ComposeFile file = ComposeFile.parse(COMPOSE);
    for (String key : List.of("WORKER_ID", "REPLY_PARTITION")) {
      List<String> values =
          file.containers().stream()
              .filter(container -> container.keys().containsKey("environment"))
              .filter(container -> container.environment().containsKey(key))
              .map(container -> container.environment().get(key))
              .toList();
      assertThat(values).as(key).hasSize(2).doesNotHaveDuplicates();
    }
    assertThat(file.container("worker-1").list("volumes"))
        .isNotEqualTo(file.container("worker-2").list("volumes"));
  }

  @Test
  void everySecretHasItsLineInTheExampleAndNoValueThere() {
    Set<String> lines =
        text(".env.example")
            .lines()
            .filter(line -> !line.startsWith("#") && !line.isBlank())
            .collect(Collectors.toSet());

    assertThat(lines).allMatch(line -> line.matches("[A-Z_]+="));
    assertThat(lines.stream().map(line -> line.replace("=", "")))
        .containsExactlyInAnyOrderElementsOf(ComposeFile.requiredIn(COMPOSE));
  }

  @Test
  void everyProgramsImageRunsAsNobodyInParticularAndEndsWithoutMemory() {
    for (String module : List.of("booking-worker", "booking-gateway", "booking-local")) {
      assertThat(text(module + "/Dockerfile"))
          .as(module)
          .containsPattern("FROM eclipse-temurin:25\\.\\S+-jre\n")
          .contains("USER ${USER_ID}:${USER_ID}", "-XX:MaxRAMPercentage=")
          .contains("-XX:+ExitOnOutOfMemoryError");
    }
  }

  @Test
  void whatIsDrawnAndWhatAlarmsIsMeasuredAndExplained() {
    String explained = text("docs/operations.md");
    for (String file :
        List.of("deploy/grafana/dashboards/booking.json", "deploy/prometheus/alarms.yml")) {
      Set<String> metrics = metricsIn(text(file));
      assertThat(metrics).as(file).hasSizeGreaterThan(5);
      assertThat(metrics).as(file).allSatisfy(metric -> assertThat(explained).contains(metric));
    }
  }

  @Test
  void eachImageOfOursIsBuiltOnceFromItsOwnFolder() {
    List<Container> built =
        ComposeFile.parse(COMPOSE).containers().stream()
            .filter(container -> !container.text("build").isEmpty())
            .toList();

    assertThat(built)
        .extracting(container -> container.program().orElseThrow())
        .containsExactlyInAnyOrder("booking-worker", "booking-gateway", "booking-local");
    assertThat(built)
        .allSatisfy(
            container ->
                assertThat(container.text("build"))
                    .isEqualTo("./" + container.program().orElseThrow()));
  }

  @Test
  void theRegistryIsTheOneThatContributingNames() {
    String version = ComposeFile.parse(COMPOSE).container("registry").text("image");

    assertThat(text("CONTRIBUTING.md"))
        .contains("-Dapicurio.version=" + version.substring(version.indexOf(':') + 1));
  }

  @Test
  void everyAlarmIsExplainedAndEveryExplainedOneRings() {
    Matcher alarms = Pattern.compile("alert: (\\w+)").matcher(text("deploy/prometheus/alarms.yml"));
    Set<String> names = new HashSet<>();
    while (alarms.find()) {
      names.add(alarms.group(1));
    }
    Set<String> explained =
        Pattern.compile("(?m)^\\| ([A-Z]\\w+) \\| `?\\w+.*\\|.*\\|.*\\|$")
            .matcher(text("docs/operations.md").split("\\| alarm \\|")[1].split("\n## ")[0])
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toSet());
    assertThat(names).isEqualTo(explained);
  }

  private static Set<String> metricsIn(String text) {
    return Pattern.compile("\\b(booking_|deciding_|read_model_|jvm_)\\w+")
        .matcher(text)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toSet());
  }
}
