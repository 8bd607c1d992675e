package booking.local.house.canary.bare;

/** A class in a package of which nobody says what it is for. */
public record InAPackageWithoutInfo() {}
