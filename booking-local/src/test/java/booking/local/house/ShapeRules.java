package booking.local.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import booking.local.house.canary.CountsMoneyInDoubles;
import booking.local.house.canary.PriceUtils;
import booking.local.house.canary.RemembersForAll;
import booking.local.house.canary.bare.InAPackageWithoutInfo;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** What classes look like and are called. */
final class ShapeRules {

  private static final String EMPTY_WORDS =
      "(.*[.$])?(Abstract[A-Z]\\w*|\\w*(Utils?|Helper|Manager|Impl|Common|Base|Service|Dto|DTO))";

  private ShapeRules() {}

  static List<HouseRule> all() {
    return List.of(
        new HouseRule(sayingNames(), PriceUtils.class),
        new HouseRule(nullMarked(), InAPackageWithoutInfo.class),
        new HouseRule(exactNumbers(), CountsMoneyInDoubles.class),
        new HouseRule(noStaticState(), RemembersForAll.class));
  }

  private static ArchRule sayingNames() {
    return noClasses()
        .that(Production.written())
        .should()
        .haveNameMatching(EMPTY_WORDS)
        .as("Names are the field's words, none that fits every class");
  }

  private static ArchRule nullMarked() {
    return classes()
        .that(Production.written())
        .and()
        .doNotHaveSimpleName("package-info")
        .should(beInAPackageThatIsNullMarked())
        .as("Every package has a package-info that is @NullMarked");
  }

  private static ArchRule exactNumbers() {
    return noFields()
        .that()
        .areDeclaredInClassesThat()
        .areRecords()
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage("..metrics..")
        .should()
        .haveRawType(DescribedPredicate.describe("a floating point number", ShapeRules::isFloating))
        .as("Records hold no double and no float");
  }

  private static ArchRule noStaticState() {
    return fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat(Production.only())
        .and()
        .areDeclaredInClassesThat(Production.written())
        .should()
        .beFinal()
        .as("No state is static and changes");
  }

  private static boolean isFloating(JavaClass type) {
    return List.of("double", "float", "java.lang.Double", "java.lang.Float")
        .contains(type.getName());
  }

  private static ArchCondition<JavaClass> beInAPackageThatIsNullMarked() {
    return new ArchCondition<>("be in a package that is @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked =
            type.getPackage()
                .tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
        String message = type.getName() + " is in a package without @NullMarked package-info";
        events.add(new SimpleConditionEvent(type, marked, message));
      }
    };
  }
}
