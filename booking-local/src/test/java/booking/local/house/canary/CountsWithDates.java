package booking.local.house.canary;

import java.util.Date;

/** A date that anybody can change. */
public record CountsWithDates(Date start) {}
