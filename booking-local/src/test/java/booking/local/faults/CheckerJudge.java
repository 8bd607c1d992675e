package booking.local.faults;

import booking.local.checker.Database;
import booking.local.checker.Questions;
import booking.local.checker.RunningSystem;
import booking.local.checker.history.HistoryFile;
import booking.local.checker.invariant.Planted;
import booking.local.checker.report.Report;
import booking.local.checker.report.Violation;
import booking.local.faults.cluster.Cluster;
import booking.local.faults.history.History;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The checker as the judge of a run: it is asked about everything, the logs included. */
final class CheckerJudge implements Judge {

  // Holds that came due while the only broker was away, or all workers, end when it is back.
  private static final Duration LATE_HOLDS = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Override
  public Verdict judge(Cluster cluster, History history) throws IOException {
    history.flush();
    Questions questions =
        new Questions(HistoryFile.read(history.file()), secrets(cluster), LATE_HOLDS, PATIENCE);
    Database database = new Database(cluster.jdbcUrl(), "postgres", cluster.logins().superuser());
    return verdict(new RunningSystem(cluster.bootstrapServers(), database).check(questions));
  }

  private static List<Planted> secrets(Cluster cluster) {
    List<Path> logs = cluster.logs();
    return cluster.secrets().stream().map(secret -> new Planted(secret, logs)).toList();
  }

  static Verdict verdict(Report report) {
    long money = report.moneyDifference().values().stream().mapToLong(Math::abs).sum();
    return new Verdict(
        report.lost(),
        report.twice(),
        report.gaps(),
        money,
        report.rowsDiffering(),
        report.toString(),
        Stream.concat(
                report.violations().stream().map(Violation::toString),
                // Nothing is known of what nobody looked at.
                report.blind().stream().map(id -> id + ": there was nothing to look at"))
            .toList());
  }
}
