package booking.local.checker.report;

/**
 * One case of an invariant that does not hold.
 *
 * @param where to look: topic/partition@offset, table and key, or id
 * @param what is wrong there
 */
public record Violation(String invariant, Harm harm, String where, String what) {

  @Override
  public String toString() {
    return "%s %s at %s: %s".formatted(invariant, harm, where, what);
  }
}
