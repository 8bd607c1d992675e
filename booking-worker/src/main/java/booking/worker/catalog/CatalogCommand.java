package booking.worker.catalog;

import java.time.Instant;

/** Everything that can be asked of the catalogue. */
public sealed interface CatalogCommand {

  /** Lets the catalogue answer. */
  CatalogDecision askOf(Catalog catalog, Instant now);

  record CreateRoom(RoomDetails details) implements CatalogCommand {
    @Override
    public CatalogDecision askOf(Catalog catalog, Instant now) {
      return catalog.create(this, now);
    }
  }

  /**
   * @param cancelBookings when the room is deactivated: whether its future bookings end too
   */
  record UpdateRoom(long roomId, RoomChanges changes, boolean cancelBookings)
      implements CatalogCommand {
    @Override
    public CatalogDecision askOf(Catalog catalog, Instant now) {
      return catalog.update(this, now);
    }
  }

  record Generate(long roomId, TimeslotPlan plan) implements CatalogCommand {
    @Override
    public CatalogDecision askOf(Catalog catalog, Instant now) {
      return catalog.generate(this, now);
    }
  }
}
