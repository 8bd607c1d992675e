package booking.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booking.local.postgres.Postmaster;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The program that a user starts: what it says, and how it ends. */
class LocalTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void itSaysWhenItIsReadyAndStopsCleanlyWhenItIsTold() throws Exception {
    try (TestSystem folder = new TestSystem();
        LocalProcess local =
            LocalProcess.start(folder.settings(), "--end-with-parent").awaitReady()) {
      LocalSettings settings = folder.settings();
      Path secrets = settings.data().resolve("secrets.properties");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
          .isEqualTo("rw-------");

      local.terminate();

      assertThat(local.allLines())
          .contains(
              "Booking is ready: http://localhost:" + settings.ports().gateway(), "Booking stops …")
          .last()
          .asString()
          .startsWith("Booking has stopped");
      assertThat(local.exitCode()).isEqualTo(143);
      assertThat(Postmaster.on(settings.data().resolve("postgres/data"))).isEmpty();
      assertThat(Files.readString(settings.data().resolve("logs/booking.log")))
          .contains("started part=\"worker\"", "stopped part=\"worker\"")
          .doesNotContain(" ERROR ");
    }
  }

  @Test
  void aTakenPortIsSaidInOneLineThatTellsWhatToDo() throws Exception {
    Map<String, String> environment = newEnvironment();
    int port = Integer.parseInt(environment.get("SANDBOX_PORT"));
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      Local local = local(environment);

      assertThat(local.start()).isFalse();

      local.stop();
      assertThat(lines())
          .hasSize(2)
          .last()
          .asString()
          .contains("Port " + taken.getLocalPort() + " is taken", "SANDBOX_PORT=");
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidInOneLineAndEndsWithOne() throws Exception {
    Path file = Files.createTempFile(TestSystem.newFolder(), "no", "folder");
    LocalSettings settings = new LocalSettings(file, TestSystem.freePorts(), Map.of());
    try (LocalProcess local = LocalProcess.start(settings)) {
      assertThat(local.allLines()).hasSize(2).last().asString().contains("DATA_DIR=");
      assertThat(local.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void aSettingThatMakesNoSenseIsSaidInOneLine() {
    Map<String, String> environment = newEnvironment();
    environment.put("KAFKA_PORT", "kafka");

    assertThat(local(environment).start()).isFalse();

    assertThat(lines()).hasSize(1).first().asString().startsWith("KAFKA_PORT=kafka");
  }

  private Local local(Map<String, String> environment) {
    return new Local(environment, new PrintStream(said, true, UTF_8));
  }

  private List<String> lines() {
    return said.toString(UTF_8).lines().toList();
  }

  private static Map<String, String> newEnvironment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("DATA_DIR", TestSystem.newFolder().toString());
    TestSystem.freePorts()
        .bySetting()
        .forEach((setting, port) -> environment.put(setting, Integer.toString(port)));
    return environment;
  }
}
