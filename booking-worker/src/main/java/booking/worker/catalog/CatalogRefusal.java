package booking.worker.catalog;

/** Why the catalogue refuses, in order of precedence. Part of the contract. */
public enum CatalogRefusal {
  ROOM_NOT_FOUND("Room not found"),
  ROOM_NAME_TAKEN("An active room has this name already"),
  ROOM_INACTIVE("The room is not active"),
  INVALID_DATE_RANGE("endDate must be after startDate, by at most 366 days"),
  INVALID_SLOT_DURATION("slotDuration must be 5 to 1440 minutes"),
  NO_TIMESLOT_FITS("slotDuration is longer than the working hours"),
  TOO_MANY_TIMESLOTS("This would be more than 20000 timeslots; ask for fewer days at a time"),
  ROOM_NOT_PRICED("The room has no hourlyRate; give a price (0 makes the timeslots free)");

  private final String detail;

  CatalogRefusal(String detail) {
    this.detail = detail;
  }

  /** The refusal in words, for the one who asked. */
  public String detail() {
    return detail;
  }
}
