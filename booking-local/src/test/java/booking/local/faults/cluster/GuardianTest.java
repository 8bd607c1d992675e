package booking.local.faults.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import booking.local.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No process of a cluster outlives the JVM that started it, however that ended. */
class GuardianTest {

  @Test
  void aFrozenProcessEndsWithTheKilledJvmThatStartedIt(@TempDir Path folder) throws Exception {
    Process parent =
        new JavaCommand(Parent.class.getName(), 64)
            .forTest(List.of(folder.resolve("wards").toString()))
            .start();
    ProcessHandle ward;
    try (BufferedReader output = parent.inputReader()) {
      ward = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
    }
    assertThat(ward.isAlive()).isTrue();

    parent.destroyForcibly().waitFor();

    await().atMost(Duration.ofSeconds(30)).until(() -> !ward.isAlive());
  }

  /** A JVM that starts a process, freezes it, says which, and waits to be killed. */
  static final class Parent {

    private Parent() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
      try (Guardian guardian = Guardian.over(Path.of(arguments[0]))) {
        Process ward = new ProcessBuilder("sleep", "600").start();
        guardian.watch(ward.pid());
        Signals.freeze(List.of(ward.pid()));
        System.out.println(ward.pid());
        new CountDownLatch(1).await();
      }
    }
  }
}
