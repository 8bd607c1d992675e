package booking.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The walk in the README is what happens. */
class ReadmeWalkTest {

  private static final Path README = Path.of("..", "README.md");
  private static final String START = "./mvnw -Plocal";

  @Test
  void theReadmeCanBeFollowedWordForWord() throws Exception {
    Readme readme = Readme.parse(Files.readString(README));
    assertThat(readme.count("bash")).isEqualTo(7);
    assertThat(readme.count("console")).isEqualTo(2);
    try (TestSystem system = TestSystem.embedded();
        Shell shell = new Shell(TestSystem.newFolder())) {
      String said = "";
      boolean started = false;
      for (Readme.Block block : readme.blocks()) {
        switch (block.language()) {
          case "console" -> {
            assertThat(block.text()).isEqualTo(START);
            startOrRestart(system, started);
            started = true;
            // The line itself is checked where the program runs in a process of its own.
            said = "Booking is ready: http://localhost:8080";
          }
          case "bash" -> said = shell.run(onTestPorts(block.text(), system));
          case "json", "text" -> assertThat(said).matches(Readme.pattern(block.text()));
          default -> assertThat(block.language()).as("a picture").isEmpty();
        }
      }
    }
  }

  private static void startOrRestart(TestSystem system, boolean started) {
    if (started) {
      system.restart();
    } else {
      system.start();
    }
  }

  private static String onTestPorts(String commands, TestSystem system) {
    return commands
        .replace("http://localhost:8080", system.gatewayUrl())
        .replace("http://localhost:8090", system.sandboxUrl());
  }
}
