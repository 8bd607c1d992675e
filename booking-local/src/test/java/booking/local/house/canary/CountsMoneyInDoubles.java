package booking.local.house.canary;

/** A price that is 0.30000000000000004. */
public record CountsMoneyInDoubles(double price) {}
