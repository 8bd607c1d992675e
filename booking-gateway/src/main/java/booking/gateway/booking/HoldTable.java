package booking.gateway.booking;

import booking.gateway.readmodel.ReadModel;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The holds in Postgres. */
public final class HoldTable implements Holds {

  // One statement, so that a request is either among the decided or its hold not yet counted.
  private static final String STANDING =
      """
      SELECT (SELECT count(*) FROM bookings WHERE user_id = :user AND status = 'pending') AS live,
             ARRAY (SELECT id FROM requests WHERE id = ANY (:requests)) AS decided
      """;

  private final ReadModel readModel;

  public HoldTable(ReadModel readModel) {
    this.readModel = readModel;
  }

  @Override
  public Standing of(long userId, Collection<String> requestIds) {
    return readModel.read(
        handle ->
            handle
                .createQuery(STANDING)
                .bind("user", userId)
                .bindArray("requests", String.class, List.copyOf(requestIds))
                .map(
                    (row, context) ->
                        new Standing(
                            row.getInt("live"),
                            Set.of((String[]) row.getArray("decided").getArray())))
                .one());
  }
}
