package booking.local.faults;

import booking.local.faults.cluster.Cluster;
import booking.local.faults.history.History;
import java.util.List;

/** Who says whether everything is right: reads the topics, the tables and the history. */
public interface Judge {

  /**
   * What was found since the system began.
   *
   * @param lost requests and payments that came to nothing
   * @param twice effects that happened twice
   * @param gaps in the versions of slots
   * @param moneyDifference in cents, of all currencies, without sign
   * @param rowsDiffering between the tables and the fold of the events
   * @param report on all that was looked at, in lines
   * @param violations each in a line, with where to find it
   */
  record Verdict(
      long lost,
      long twice,
      long gaps,
      long moneyDifference,
      long rowsDiffering,
      String report,
      List<String> violations) {

    public Verdict {
      violations = List.copyOf(violations);
    }
  }

  /**
   * Looks at everything. The system runs, but nobody asks anything of it.
   *
   * @throws Exception when it could not look
   */
  Verdict judge(Cluster cluster, History history) throws Exception;
}
