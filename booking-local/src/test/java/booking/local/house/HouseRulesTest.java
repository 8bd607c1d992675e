package booking.local.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house keeps its rules, and the rules can fail. */
class HouseRulesTest {

  private static JavaClasses house;
  private static JavaClasses canaries;

  @BeforeAll
  static void readTheClasses() {
    house = House.classes();
    canaries = House.canaries();
  }

  static Stream<HouseRule> rules() {
    return Stream.of(ImportRules.all(), CallRules.all(), ShapeRules.all()).flatMap(r -> r.stream());
  }

  static Stream<String> packages() {
    return HousePackages.ours();
  }

  static Stream<String> modules() {
    return House.MODULES.stream();
  }

  static Stream<String> edges() {
    return CallRules.EDGES.stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theHouseKeepsTheRule(HouseRule rule) {
    rule.check(house);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theCanaryBreaksTheRule(HouseRule rule) {
    assertThat(rule.catchesItsCanary(canaries)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theRuleFailsWhereThereIsNothingThatItIsAbout(HouseRule rule) {
    JavaClasses nothing = new ClassFileImporter().importClasses();

    assertThatThrownBy(() -> rule.check(nothing)).isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @MethodSource("packages")
  void aPackageThatARuleNamesIsThere(String pattern) {
    assertThat(count(JavaClass.Predicates.resideInAPackage(pattern).and(Production.only())))
        .isPositive();
  }

  @Test
  void theCheckerThatARuleNamesIsThere() {
    assertThat(count(JavaClass.Predicates.resideInAPackage(HousePackages.CHECKER))).isPositive();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void aModuleIsReadWithItsTests(String module) {
    assertThat(count(type -> isFrom(type, module + "/target/classes/"))).isPositive();
    assertThat(count(type -> isFrom(type, module + "/target/test-classes/"))).isPositive();
  }

  @ParameterizedTest
  @MethodSource("edges")
  void anEdgeStillReadsTheClock(String edge) {
    assertThat(house.get(edge).getAccessesFromSelf()).anyMatch(CallRules.readingTheClock());
  }

  @Test
  void aConsoleStillPrints() {
    assertThat(CallRules.CONSOLES)
        .allSatisfy(
            console ->
                assertThat(house.get(console).getAccessesFromSelf())
                    .anyMatch(CallRules.printing()));
  }

  @Test
  void theCanariesAreNotPartOfTheHouse() {
    assertThat(count(type -> type.getPackageName().contains(".canary"))).isZero();
  }

  private static long count(Predicate<JavaClass> wanted) {
    return house.stream().filter(wanted).count();
  }

  private static boolean isFrom(JavaClass type, String folder) {
    return type.getSource()
        .map(source -> source.getUri().toString().contains(folder))
        .orElse(false);
  }
}
