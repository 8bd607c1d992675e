package booking.gateway.problem;

/** One field of a request that breaks a rule, and the rule in words. */
public record Violation(String field, String message) {}
