package booking.local.house;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import booking.local.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The profiles that run one class, which {@code ./mvnw verify} does not, run the one they name. */
class ProfilesTest {

  private static final Pattern NAMED = Pattern.compile("<test>([^<]*)</test>");

  @ParameterizedTest
  @CsvSource({
    "booking-worker, SimulationTest",
    "booking-local, FaultMatrix",
    "booking-local, Benchmarks",
    "booking-local, ExampleServices"
  })
  void whatAProfileRunsIsInItsOwnModule(String module, String name) throws IOException {
    String pom = Repository.text(module + "/pom.xml");

    assertThat(named(pom)).contains(name);
    assertThat(testsOf(module)).containsAll(named(pom));
  }

  @Test
  void noBuildIsContentWithATestThatItDoesNotFind() {
    assertThat(Stream.concat(Stream.of("."), House.MODULES.stream()))
        .allSatisfy(
            module ->
                assertThat(Repository.text(module + "/pom.xml"))
                    .doesNotContain("failIfNoSpecifiedTests", "failIfNoTests"));
  }

  private static List<String> named(String pom) {
    return NAMED.matcher(pom).results().map(found -> found.group(1)).toList();
  }

  private static Set<String> testsOf(String module) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "test", "java"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.replace(".java", ""))
          .collect(toSet());
    }
  }
}
