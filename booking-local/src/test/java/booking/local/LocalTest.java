package booking.local;

import static org.assertj.core.api.Assertions.assertThat;

import booking.local.postgres.Postmaster;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The program that a user starts: what it says, and how it ends. */
class LocalTest {

  @Test
  void itSaysWhenItIsReadyAndStopsCleanlyWhenItIsTold() throws Exception {
    try (TestSystem folder = new TestSystem();
        LocalProcess local = LocalProcess.start(folder.settings()).awaitReady()) {
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
    LocalSettings settings = new TestSystem().settings();
    int port = settings.ports().sandbox();
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        LocalProcess local = LocalProcess.start(settings)) {
      assertThat(local.allLines())
          .hasSize(2)
          .last()
          .asString()
          .contains("Port " + taken.getLocalPort() + " is taken", "SANDBOX_PORT=");
      assertThat(local.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidInOneLine() throws Exception {
    Path file = Files.createTempFile(TestSystem.newFolder(), "no", "folder");
    LocalSettings settings = new LocalSettings(file, TestSystem.freePorts(), Map.of());
    try (LocalProcess local = LocalProcess.start(settings)) {
      assertThat(local.allLines()).hasSize(2).last().asString().contains("DATA_DIR=");
      assertThat(local.exitCode()).isEqualTo(1);
    }
  }
}
