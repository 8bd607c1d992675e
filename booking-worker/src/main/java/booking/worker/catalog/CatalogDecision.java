package booking.worker.catalog;

import booking.worker.money.Money;
import java.util.List;

/** The catalogue's answer to one command. */
public sealed interface CatalogDecision {

  /** It is not done. */
  record Refused(CatalogRefusal refusal) implements CatalogDecision {}

  /** It is done; the catalogue's version is the room's. */
  sealed interface Accepted extends CatalogDecision {

    /** The room after it. */
    Room room();
  }

  record RoomCreated(Room room) implements Accepted {}

  /**
   * @param before the room before it
   * @param cancelBookings whether a deactivation ends the future bookings
   */
  record RoomUpdated(Room room, Room before, boolean cancelBookings) implements Accepted {

    /** Whether the room's future slots close with it, or end their bookings later on. */
    public boolean closesSlots() {
      return !room.details().active() && (before.details().active() || cancelBookings);
    }

    /** Whether future slots have to hear of it: name, time zone or refund policy changed. */
    public boolean changesSlots() {
      RoomDetails old = before.details();
      RoomDetails now = room.details();
      return !old.name().equals(now.name())
          || !old.timeZone().equals(now.timeZone())
          || !old.refundPolicy().equals(now.refundPolicy());
    }
  }

  /**
   * @param version of the catalogue after it; the room itself did not change
   * @param slots new, in order, ids without a gap
   * @param skipped overlapped, lay in the past, or started in a daylight-saving gap
   */
  record Generated(
      Room room, long version, List<NewTimeslot> slots, TimeslotPlan plan, Money price, int skipped)
      implements Accepted {}

  /** A timeslot that got its id. */
  record NewTimeslot(long timeslotId, Interval time) {}
}
