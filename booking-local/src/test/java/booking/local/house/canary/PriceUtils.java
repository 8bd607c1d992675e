package booking.local.house.canary;

/** A class that nobody could name. */
public record PriceUtils() {}
