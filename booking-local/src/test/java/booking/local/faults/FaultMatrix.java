package booking.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import booking.local.LogsOnly;
import booking.local.faults.client.ClientFaults;
import booking.local.faults.money.MoneyFaults;
import booking.local.faults.postgres.PostgresFaults;
import booking.local.faults.process.BrokerFaults;
import booking.local.faults.process.WorkerFaults;
import booking.local.faults.soak.Soak;
import booking.local.faults.stranger.StrangerFaults;
import booking.local.faults.time.TimeFaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * All faults of the matrix: {@code ./mvnw -Pfaults verify}, and with it {@code -Dtier=long}, {@code
 * -Dseed=7} for another chance, {@code -Drows=A1,B3} for some of them. Takes too long to be part of
 * every build, which is why its name does not end as those of the tests do that are.
 */
class FaultMatrix {

  @Test
  void everythingHoldsWhateverIsStruck() throws Exception {
    Path target = Path.of("target").toAbsolutePath();
    Path systems = Files.createDirectories(target.resolve("systems"));
    Path folder = Files.createTempDirectory(systems, "faults-");

    FaultTable table = new FaultRun(schedule(), new CheckerJudge(), folder).run();

    new FaultReport(target).write(table);
    System.out.println(table.text());
    assertThat(table.violations()).as("kept in " + folder).isEmpty();
    LogsOnly.keepIn(folder);
  }

  private static Schedule schedule() {
    return new Schedule(Long.getLong("seed", 1), Tier.wanted(), all())
        .wanted(System.getProperty("rows", ""));
  }

  /** All faults there are, in the order of a run. */
  static List<Fault> all() {
    return Stream.of(
            WorkerFaults.all(),
            BrokerFaults.all(),
            PostgresFaults.all(),
            ClientFaults.all(),
            MoneyFaults.all(),
            StrangerFaults.all(),
            TimeFaults.all(),
            List.of(Soak.fault()))
        .flatMap(List::stream)
        .toList();
  }
}
