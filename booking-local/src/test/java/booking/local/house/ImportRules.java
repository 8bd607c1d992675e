package booking.local.house;

import static booking.local.house.HousePackages.CHECKER;
import static booking.local.house.HousePackages.GATEWAY;
import static booking.local.house.HousePackages.PLAIN_JAVA;
import static booking.local.house.HousePackages.PURE;
import static booking.local.house.HousePackages.READ_MODEL;
import static booking.local.house.HousePackages.SCHEMAS;
import static booking.local.house.HousePackages.STREAM;
import static booking.local.house.HousePackages.WORKER;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import booking.local.house.canary.ImitatesAnother;
import booking.local.house.canary.booking.gateway.KnowsTheWorker;
import booking.local.house.canary.booking.local.checker.BelievesTheWorker;
import booking.local.house.canary.booking.schemas.KnowsTheGateway;
import booking.local.house.canary.booking.worker.KnowsWhoAsks;
import booking.local.house.canary.booking.worker.readmodel.DecidesByItself;
import booking.local.house.canary.booking.worker.slot.TalksToKafka;
import booking.local.house.canary.booking.worker.stream.WritesRows;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** Who may know whom. */
final class ImportRules {

  private ImportRules() {}

  static List<HouseRule> all() {
    return List.of(
        new HouseRule(pure(), TalksToKafka.class),
        new HouseRule(notKnowing(SCHEMAS, WORKER, GATEWAY), KnowsTheGateway.class),
        new HouseRule(notKnowing(GATEWAY, WORKER), KnowsTheWorker.class),
        new HouseRule(notKnowing(WORKER, GATEWAY), KnowsWhoAsks.class),
        new HouseRule(
            notKnowing(
                READ_MODEL, Stream.concat(PURE.stream(), Stream.of(STREAM)).toArray(String[]::new)),
            DecidesByItself.class),
        new HouseRule(notKnowing(STREAM, READ_MODEL), WritesRows.class),
        // A mistake that the checker shared with what it checks, it would never see.
        new HouseRule(notKnowing(CHECKER, WORKER, GATEWAY, SCHEMAS), BelievesTheWorker.class),
        new HouseRule(noMocks(), ImitatesAnother.class));
  }

  private static ArchRule pure() {
    String[] known = Stream.concat(PURE.stream(), PLAIN_JAVA.stream()).toArray(String[]::new);
    return classes()
        .that(resideInAnyPackage(PURE.toArray(String[]::new)))
        .and(Production.only())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(known)
        .as("The rules of booking know plain Java and themselves");
  }

  private static ArchRule notKnowing(String who, String... whom) {
    return noClasses()
        .that()
        .resideInAPackage(who)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(whom)
        .as("%s knows nothing of %s".formatted(who, String.join(", ", whom)));
  }

  private static ArchRule noMocks() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "..mockito..", "..easymock..", "..powermock..", "..mockk..", "..jmock..")
        .as("Fakes are written by hand, not made by a mocking framework");
  }
}
