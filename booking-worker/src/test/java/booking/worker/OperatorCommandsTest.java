package booking.worker;

import static org.assertj.core.api.Assertions.assertThat;

import booking.worker.readmodel.TableReport;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.util.JarLocation;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.ArgumentParserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as typed, as far as they come without Kafka and Postgres; see booking-local. */
class OperatorCommandsTest {

  private final List<String> said = new ArrayList<>();
  private String servers = "127.0.0.1:1";

  @Test
  void settingsThatAreNotThereAreSaidToBeSo() {
    assertThat(exitCode("verify", "nowhere.yml")).isEqualTo(2);
    assertThat(said)
        .singleElement()
        .asString()
        .startsWith("Not done. There are no settings in ")
        .endsWith("nowhere.yml. Name a file, or worker.yml for those that the worker brings.");
  }

  @Test
  void whyKafkaCannotBeReachedIsSaid() {
    servers = "nonsense";
    assertThat(exitCode("dead-letters", "list")).isEqualTo(2);
    assertThat(said)
        .singleElement()
        .asString()
        .startsWith("Not done. Invalid url in bootstrap.servers: nonsense. Check that Kafka is up");
  }

  @Test
  void anAddressThatIsNoneOfPostgresIsSaidToBeSo(@TempDir Path folder) throws Exception {
    String bundled = Files.readString(Path.of("src/main/resources/worker.yml"));
    Path file =
        Files.writeString(
            folder.resolve("mine.yml"), bundled.replaceAll("url: .*POSTGRES_URL.*", "url: here"));

    assertThat(exitCode("verify", file.toString())).isEqualTo(2);
    assertThat(said)
        .singleElement()
        .asString()
        .contains("postgres.url must be like jdbc:postgresql:", "(POSTGRES_URL)");
  }

  @Test
  void settingsMayComeFromAFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("mine.yml"), "kafka: { servers: here }");
    assertThat(exitCode("rebuild", file.toString())).isEqualTo(2);
    assertThat(said).singleElement().asString().contains("mine.yml", "servers");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--since=x           | --since=x is no time: write 2h, 7d, or 2027-03-28T10:00:00Z.",
        "--since=2027-03-28T | --since=2027-03-28T is no time: write 2h, 7d, or"
            + " 2027-03-28T10:00:00Z.",
        "--limit=0           | the limit must be 1 or more."
      })
  void whatCannotBeListedIsRefused(String option, String why) {
    assertThat(exitCode("dead-letters", "list", option)).isEqualTo(2);
    assertThat(said).containsExactly("Not done. " + why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dead-letters", "dead-letters show", "dead-letters replay", "verify a b"})
  void whatIsTypedWronglyIsExplainedByItsUsage(String typed) {
    assertThat(ran(typed.split(" "))).containsInstanceOf(ArgumentParserException.class);
  }

  @Test
  void theAnswerOfVerifyIsForPeople() {
    TableReport equal =
        new TableReport("rooms", new TableReport.Rows(2, 1, 1, 1, 0), Optional.empty());
    TableReport wrong =
        new TableReport(
            "bookings",
            new TableReport.Rows(1200, 1201, 1199, 0, 2),
            Optional.of(new TableReport.Difference("id=100001", "status", "pending", "confirmed")));

    assertThat(VerifyCommand.lines(List.of(equal)))
        .containsExactly(
            "rooms                    2 rows compared,          1 equal,"
                + " 1 told by answers that Kafka no longer has",
            "Postgres is what the events say.");
    assertThat(VerifyCommand.lines(List.of(equal, wrong)))
        .contains(
            "bookings             1,201 rows compared,      1,199 equal, 2 DIFFERENT",
            "  first difference: id=100001, status: live pending, by the events confirmed")
        .last()
        .asString()
        .startsWith("Postgres is NOT what the events say.");
  }

  private int exitCode(String... typed) {
    return ran(typed)
        .filter(CommandEndedException.class::isInstance)
        .map(ended -> ((CommandEndedException) ended).exitCode())
        .orElseThrow();
  }

  private Optional<Throwable> ran(String... typed) {
    OperatorCommand.Surroundings here =
        new OperatorCommand.Surroundings(said::add, Map.of("KAFKA_BOOTSTRAP_SERVERS", servers));
    Bootstrap<WorkerConfiguration> bootstrap =
        new Bootstrap<>(new BookingWorker(Map.of(), error -> {}));
    bootstrap.addCommand(new VerifyCommand(here));
    bootstrap.addCommand(new RebuildCommand(here));
    bootstrap.addCommand(new DeadLettersCommand(here, () -> Instant.EPOCH));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    return new Cli(new JarLocation(BookingWorker.class), bootstrap, out, out).run(typed);
  }
}
