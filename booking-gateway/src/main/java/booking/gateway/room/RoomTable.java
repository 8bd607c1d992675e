package booking.gateway.room;

import booking.gateway.http.Page;
import booking.gateway.readmodel.ReadModel;
import booking.gateway.readmodel.Row;
import java.util.List;
import java.util.Optional;

/** The rooms in Postgres. */
public final class RoomTable implements Rooms {

  private static final String ROOMS =
      """
      SELECT id, name, description, capacity, room_type, hourly_rate, currency, time_zone,
             is_active, refund_policy, metadata, created_at, updated_at
      FROM rooms
      """;

  private static final String PART = " ORDER BY id LIMIT :limit OFFSET :offset";

  private final ReadModel readModel;

  public RoomTable(ReadModel readModel) {
    this.readModel = readModel;
  }

  @Override
  public List<Room> active(Page page) {
    return list(ROOMS + "WHERE is_active" + PART, page);
  }

  @Override
  public List<Room> all(Page page) {
    return list(ROOMS + PART, page);
  }

  @Override
  public Optional<Room> find(long id) {
    return readModel.read(
        handle ->
            handle
                .createQuery(ROOMS + "WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> Room.of(Row.of(row)))
                .findOne());
  }

  private List<Room> list(String statement, Page page) {
    return readModel.read(
        handle ->
            handle
                .createQuery(statement)
                .bind("limit", page.limitAndOneMore())
                .bind("offset", page.offset())
                .map((row, context) -> Room.of(Row.of(row)))
                .list());
  }
}
