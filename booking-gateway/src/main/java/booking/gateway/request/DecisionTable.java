package booking.gateway.request;

import booking.gateway.readmodel.ReadModel;
import booking.gateway.readmodel.Row;
import java.sql.SQLException;
import java.util.Optional;

/** The decided requests in Postgres. */
public final class DecisionTable implements Decisions {

  private final ReadModel readModel;

  public DecisionTable(ReadModel readModel) {
    this.readModel = readModel;
  }

  @Override
  public Optional<Decision> find(String requestId) {
    return readModel.read(
        handle ->
            handle
                .createQuery(
                    "SELECT id, user_id, status, code, timeslot_id, booking_id FROM requests"
                        + " WHERE id = :id")
                .bind("id", requestId)
                .map((row, context) -> decision(Row.of(row)))
                .findOne());
  }

  private static Decision decision(Row row) throws SQLException {
    RequestStatus status =
        new RequestStatus(
            row.text("id"),
            row.text("status"),
            row.optionalText("code"),
            row.optionalNumber("booking_id"));
    return new Decision(row.number("user_id"), status, row.optionalNumber("timeslot_id"));
  }
}
