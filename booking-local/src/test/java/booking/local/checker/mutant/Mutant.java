package booking.local.checker.mutant;

import booking.local.checker.invariant.Evidence;
import java.util.function.UnaryOperator;

/**
 * A fault, as it would show in the evidence.
 *
 * @param invariant that has to be broken by it, such as I3
 * @param edit puts the fault into evidence that is true
 */
public record Mutant(String name, String invariant, UnaryOperator<Evidence> edit) {

  @Override
  public String toString() {
    return "%s (%s)".formatted(name, invariant);
  }
}
