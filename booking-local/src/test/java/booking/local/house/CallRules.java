package booking.local.house;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import booking.local.house.canary.CountsWithDates;
import booking.local.house.canary.ReadsTheClock;
import booking.local.house.canary.Sleeps;
import booking.local.house.canary.Talks;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What no code calls. */
final class CallRules {

  /** Where the clock comes in: everywhere else, time is an argument. */
  static final Set<String> EDGES =
      Set.of(
          "booking.gateway.BookingGateway",
          "booking.local.sandbox.Sandbox",
          "booking.worker.BookingWorker");

  /** What people read at their terminals, in modules that otherwise say nothing there. */
  static final Set<String> CONSOLES = Set.of("booking.worker.Console");

  private CallRules() {}

  static List<HouseRule> all() {
    return List.of(
        new HouseRule(noClock(), ReadsTheClock.class),
        new HouseRule(noSleep(), Sleeps.class),
        new HouseRule(noDates(), CountsWithDates.class),
        new HouseRule(noPrinting(), Talks.class));
  }

  /** Whether a call reads the time of this machine. */
  static DescribedPredicate<JavaAccess<?>> readingTheClock() {
    DescribedPredicate<JavaClass> times = resideInAPackage("java.time..");
    return targetOwner(times)
        .and(target(nameMatching("now")))
        .or(
            targetOwner(assignableTo(Clock.class).or(assignableTo(InstantSource.class)))
                .and(target(nameMatching("system.*|tick(Millis|Seconds|Minutes)"))))
        .or(targetOwner(assignableTo(System.class)).and(target(nameMatching("currentTimeMillis"))))
        .as("read the clock");
  }

  /** Whether a call writes to the terminal. */
  static DescribedPredicate<JavaAccess<?>> printing() {
    return targetOwner(assignableTo(System.class))
        .and(target(nameMatching("out|err")))
        .as("write to the terminal");
  }

  private static ArchRule noClock() {
    return noClasses()
        .that(Production.only())
        .and(Production.written())
        .and(DescribedPredicate.describe("are no edges", type -> !EDGES.contains(type.getName())))
        .should()
        .accessTargetWhere(readingTheClock())
        .as("Time is an argument; the clock is read at the edges only");
  }

  private static ArchRule noSleep() {
    return noClasses()
        .should()
        .accessTargetWhere(
            targetOwner(assignableTo(Thread.class).or(assignableTo(TimeUnit.class)))
                .and(target(nameMatching("sleep"))))
        .as("Nothing sleeps: it waits for a condition");
  }

  private static ArchRule noDates() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java[.]util[.](Date|Calendar|GregorianCalendar)")
        .as("Times are java.time's, never Date or Calendar");
  }

  private static ArchRule noPrinting() {
    return noClasses()
        .that(Production.only())
        .and()
        .resideOutsideOfPackages("booking.local", "booking.local.sandbox..")
        .and(
            DescribedPredicate.describe(
                "are no consoles", type -> !CONSOLES.contains(type.getName())))
        .should()
        .accessTargetWhere(printing())
        .orShould()
        .accessTargetWhere(
            targetOwner(assignableTo(Throwable.class)).and(target(nameMatching("printStackTrace"))))
        .as("Nothing is printed, it is logged");
  }

  private static DescribedPredicate<JavaAccess<?>> target(DescribedPredicate<HasName> name) {
    return DescribedPredicate.describe(
        name.getDescription(), access -> name.test(access.getTarget()));
  }
}
