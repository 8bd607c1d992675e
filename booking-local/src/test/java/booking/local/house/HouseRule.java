package booking.local.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;

/**
 * One rule of the house.
 *
 * @param rule fails when it finds no class that it is about
 * @param canary a class that breaks it
 */
record HouseRule(ArchRule rule, Class<?> canary) {

  /** Throws when one of the classes breaks the rule. */
  void check(JavaClasses classes) {
    rule.check(classes);
  }

  /** Whether the rule, given all canaries, points at its own. */
  boolean catchesItsCanary(JavaClasses canaries) {
    return rule.evaluate(canaries).getFailureReport().getDetails().stream()
        .anyMatch(detail -> detail.contains(canary.getName()));
  }

  @Override
  public String toString() {
    return rule.getDescription();
  }
}
