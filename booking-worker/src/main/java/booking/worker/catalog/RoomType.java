package booking.worker.catalog;

/** What a room is for. */
public enum RoomType {
  OFFICE,
  CONSULTATION,
  MEETING,
  TREATMENT
}
