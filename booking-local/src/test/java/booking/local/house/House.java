package booking.local.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the rules look. */
final class House {

  static final List<String> MODULES =
      List.of("schemas", "local-servers", "booking-worker", "booking-gateway", "booking-local");

  private static final String CANARIES = "booking.local.house.canary";

  private House() {}

  /** The classes and the tests of all modules, without the canaries. */
  static JavaClasses classes() {
    List<Path> folders =
        MODULES.stream()
            .map(module -> Path.of("..", module, "target"))
            .flatMap(target -> Stream.of(target.resolve("classes"), target.resolve("test-classes")))
            .filter(Files::isDirectory)
            .toList();
    return new ClassFileImporter()
        .withImportOption(location -> !location.contains(CANARIES.replace('.', '/')))
        .importPaths(folders);
  }

  /** The classes that each break a rule. */
  static JavaClasses canaries() {
    return new ClassFileImporter().importPackages(CANARIES);
  }
}
