package booking.worker;

import booking.worker.readmodel.TableReport;
import booking.worker.readmodel.Verification;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.argparse4j.inf.Namespace;

/** The command that asks whether Postgres is what the events say. */
final class VerifyCommand extends OperatorCommand {

  VerifyCommand(Surroundings surroundings) {
    super("verify", "Compares Postgres with the events, row for row", surroundings);
  }

  @Override
  boolean answer(Namespace arguments, WorkerConfiguration settings) {
    List<TableReport> reports =
        new Verification(settings.postgres().address(), settings.eventSource(), this::say).run();
    lines(reports).forEach(this::say);
    return areEqual(reports);
  }

  /** What was found, for people. */
  static List<String> lines(List<TableReport> reports) {
    List<String> lines = new ArrayList<>();
    for (TableReport report : reports) {
      lines.add(line(report));
      report
          .first()
          .ifPresent(
              first ->
                  lines.add(
                      "  first difference: %s, %s: live %s, by the events %s"
                          .formatted(first.key(), first.column(), first.live(), first.folded())));
    }
    lines.add(
        areEqual(reports)
            ? "Postgres is what the events say."
            : "Postgres is NOT what the events say. Keep this output; rebuild makes the tables anew"
                + " while the system runs.");
    return lines;
  }

  private static String line(TableReport report) {
    TableReport.Rows rows = report.rows();
    return "%-15s %,10d rows compared, %,10d equal%s%s"
        .formatted(
            report.table(),
            rows.equal() + rows.expired() + rows.different(),
            rows.equal(),
            rows.different() == 0 ? "" : ", %,d DIFFERENT".formatted(rows.different()),
            rows.expired() == 0
                ? ""
                : ", %,d told by answers that Kafka no longer has".formatted(rows.expired()));
  }

  private static boolean areEqual(List<TableReport> reports) {
    return reports.stream().allMatch(report -> report.rows().different() == 0);
  }
}
