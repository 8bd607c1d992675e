package booking.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import booking.local.LogsOnly;
import booking.local.faults.process.WorkerFaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The harness in every build: one kill, with everything else as in a long run. */
class SmallFaultsTest {

  @Test
  void aKilledWorkerLosesNothingAndDoesNothingTwice() throws Exception {
    Schedule schedule = new Schedule(1, Tier.SMALL, List.of(WorkerFaults.killed()));
    Path systems = Files.createDirectories(Path.of("target", "systems"));
    Path folder = Files.createTempDirectory(systems, "faults-").toAbsolutePath();

    FaultTable table = new FaultRun(schedule, new CheckerJudge(), folder).run();

    System.out.println(table.text());
    assertThat(table.violations()).as("kept in " + folder).isEmpty();
    assertThat(table.outcomes().get(0).decided()).isPositive();
    LogsOnly.keepIn(folder);
  }
}
