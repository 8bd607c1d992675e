package booking.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientFileTest {

  private static final Map<String, String> SETTINGS = Map.of("bootstrap.servers", "kafka:9092");

  @TempDir private Path folder;

  @Test
  void withoutAFileTheSettingsAreAsTheyWere() {
    assertThat(ClientFile.over(SETTINGS, "")).isEqualTo(SETTINGS);
  }

  @Test
  void whatKafkasToolsAreToldIsTakenAsItStands() throws Exception {
    Path file = folder.resolve("client.properties");
    Files.writeString(
        file,
        """
        # comment
        security.protocol=SASL_SSL
        sasl.jaas.config=a.Module required username="w" password="it's";
        bootstrap.servers=kafka:9093
        """);

    assertThat(ClientFile.over(SETTINGS, file.toString()))
        .isEqualTo(
            Map.of(
                "bootstrap.servers", "kafka:9093",
                "security.protocol", "SASL_SSL",
                "sasl.jaas.config", "a.Module required username=\"w\" password=\"it's\";"));
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> ClientFile.over(SETTINGS, "nowhere/client.properties"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("nowhere/client.properties");
  }
}
