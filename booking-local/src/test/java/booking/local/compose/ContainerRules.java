package booking.local.compose;

import booking.local.Repository;
import booking.local.compose.ComposeFile.Container;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What every container has to be: bounded, watched, closed, and known by its version. */
final class ContainerRules {

  private static final Pattern VERSION =
      Pattern.compile(".+:(v?\\d+\\.\\d.*|\\$\\{BOOKING_VERSION.+)");
  private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET).*");

  private record Rule(String name, Predicate<Container> kept) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule("an image with a version", s -> VERSION.matcher(s.text("image")).matches()),
          new Rule("a bound on memory", s -> !s.text("mem_limit").isEmpty()),
          new Rule("a bound on processors", s -> !s.text("cpus").isEmpty()),
          new Rule("a bound on processes", s -> !s.text("pids_limit").isEmpty()),
          new Rule("a check of its health", ContainerRules::isWatched),
          new Rule("a restart", s -> s.text("restart").equals("unless-stopped")),
          new Rule("a root that cannot be written", s -> s.text("read_only").equals("true")),
          new Rule("no capabilities", s -> s.list("cap_drop").equals(List.of("ALL"))),
          new Rule(
              "no new privileges", s -> s.list("security_opt").contains("no-new-privileges:true")),
          new Rule(
              "ports on loopback only",
              s -> s.list("ports").stream().allMatch(port -> port.startsWith("127.0.0.1:"))),
          new Rule("no secret of its own", ContainerRules::hasNoSecret));

  private ContainerRules() {}

  /** What each container lacks, in words. */
  static Stream<String> broken(ComposeFile file) {
    return file.containers().stream()
        .flatMap(
            container ->
                RULES.stream()
                    .filter(rule -> !rule.kept().test(container))
                    .map(rule -> container.name() + " needs " + rule.name()));
  }

  private static boolean isWatched(Container container) {
    return container
        .program()
        .map(folder -> Repository.text(folder + "/Dockerfile").contains("HEALTHCHECK --interval"))
        .orElse(container.keys().containsKey("healthcheck"));
  }

  private static boolean hasNoSecret(Container container) {
    return !container.keys().containsKey("environment")
        || container.environment().entrySet().stream()
            .filter(variable -> SECRET.matcher(variable.getKey()).matches())
            .allMatch(variable -> variable.getValue().matches("\\$\\{\\w+:\\?.+}"));
  }
}
