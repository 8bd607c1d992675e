package booking.worker.readmodel;

import java.util.Optional;

/**
 * What the comparison of one table found.
 *
 * @param first the difference with the lowest key, empty when there is none
 */
public record TableReport(String table, Rows rows, Optional<Difference> first) {

  /**
   * How many rows.
   *
   * @param live in the table that gateways read
   * @param folded in the one made from the events
   * @param equal in both, in every column
   * @param expired live ones that were told by answers which Kafka no longer has
   * @param different missing, too many, or other than they should be
   */
  public record Rows(long live, long folded, long equal, long expired, long different) {}

  /** One value that is not what the events say. */
  public record Difference(String key, String column, String live, String folded) {}
}
