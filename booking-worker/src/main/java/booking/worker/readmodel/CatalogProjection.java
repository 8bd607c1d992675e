package booking.worker.readmodel;

import booking.schemas.CatalogEvent;
import booking.worker.readmodel.Row.RequestRow;
import booking.worker.readmodel.Row.RoomRow;
import java.util.List;
import java.util.Optional;

/** The projection of what happened in the catalogue: event to rows. */
final class CatalogProjection {

  private CatalogProjection() {}

  /** The rows that an event leaves. */
  static List<Row> rows(CatalogEvent event) {
    return List.of(
        new RoomRow(event.getRoomAfter()),
        new RequestRow(
            event.getRequestId(),
            event.getRequestedBy(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(event.getRoomAfter().getRoomId()),
            event.getOccurredAt()));
  }
}
