package booking.local.compose;

import static booking.local.Repository.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import booking.local.compose.ComposeProgram.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Docker's own program takes the compose file, wherever there is one: skipped elsewhere. */
class ComposeConfigTest {

  private static final String COMPOSE = text("docker-compose.yml");
  private static final Optional<ComposeProgram> PROGRAM = ComposeProgram.ofThisMachine();

  private static final Map<String, String> SECRETS =
      ComposeFile.requiredIn(COMPOSE).stream()
          .collect(Collectors.toMap(name -> name, name -> "of-this-test"));

  /** Without the .env that somebody may have made beside the file. */
  @TempDir private Path folder;

  @BeforeEach
  void needsTheProgram() {
    assumeThat(PROGRAM).as("docker compose, or docker-compose").isPresent();
  }

  @Test
  void theFileIsValidAndAllItsContainersAreThere() throws IOException {
    Ended config = config(COMPOSE, SECRETS);

    assertThat(config.code()).as(config.said()).isZero();
    assertThat(ComposeFile.parse(config.said()).containers())
        .extracting(ComposeFile.Container::name)
        .containsExactlyInAnyOrderElementsOf(
            ComposeFile.parse(COMPOSE).containers().stream()
                .map(ComposeFile.Container::name)
                .toList());
  }

  @Test
  void withoutSecretsItIsRefusedAndSaysWhatToDo() throws IOException {
    // An empty one is none, whatever this machine's own environment says.
    Map<String, String> none = new HashMap<>(SECRETS);
    none.replaceAll((name, secret) -> "");

    Ended config = config(COMPOSE, none);

    assertThat(config.code()).isNotZero();
    assertThat(config.said()).contains("is not set. Run deploy/secrets.sh");
  }

  @Test
  void aKeyThatComposeDoesNotKnowIsFound() throws IOException {
    Ended config = config(COMPOSE.replace("mem_limit: 1g", "mem_limt: 1g"), SECRETS);

    assertThat(config.code()).isNotZero();
    assertThat(config.said()).contains("mem_limt");
  }

  private Ended config(String yaml, Map<String, String> environment) throws IOException {
    Files.writeString(folder.resolve("docker-compose.yml"), yaml);
    // Debian's program looks whether there is something to build from.
    for (ComposeFile.Container container : ComposeFile.parse(yaml).containers()) {
      Files.createDirectories(folder.resolve(container.text("build")));
    }
    return PROGRAM.orElseThrow().run(folder, environment, "--profile", "sandbox", "config");
  }
}
