package booking.local.faults.cluster;

/** How a command ended, and all that it said. */
public record Ended(int code, String said) {}
