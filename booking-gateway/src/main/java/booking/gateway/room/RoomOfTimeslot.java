package booking.gateway.room;

import booking.schemas.TimeslotSnapshot;

/** What a timeslot tells of its room, for when nobody else can be asked. */
public record RoomOfTimeslot(long id, String name, String timeZone) implements BookedRoom {

  public static RoomOfTimeslot of(TimeslotSnapshot slot) {
    return new RoomOfTimeslot(slot.getRoomId(), slot.getRoomName(), slot.getTimeZone());
  }
}
