package booking.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import booking.local.Progress;
import booking.local.bench.measure.Figure;
import booking.local.bench.measure.Turns;
import booking.local.bench.part.Core;
import booking.local.bench.part.Decide;
import booking.local.bench.part.Http;
import booking.local.bench.part.Million;
import booking.local.bench.part.Part;
import booking.local.bench.part.Settle;
import booking.local.bench.report.BenchReport;
import booking.local.bench.report.BenchTable;
import booking.local.bench.stage.Houses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * All figures beside their baselines: {@code ./mvnw -Pbench verify}, and with it {@code
 * -Dparts=decide,settle} for some of them, {@code -Drounds=3} for fewer rounds, {@code -Dprofile}
 * to see where the time goes. Needs the machine for itself, which is why its name does not end as
 * those of the tests do that are part of every build.
 */
class Benchmarks {

  // Http first: whoever follows has no use for its gateways, and Decide has none for Postgres.
  private static final List<Part> ALL =
      List.of(new Core(), new Http(), new Settle(), new Decide(), new Million());

  @Test
  void everyFigureStandsBesideItsBaseline() throws Exception {
    Path target = Path.of("target").toAbsolutePath();
    Files.createDirectories(target.resolve("profiles"));
    int rounds = Integer.getInteger("rounds", 5);
    assertThat(rounds).as("-Drounds: there are slots for so many").isBetween(1, 9);
    Turns turns = new Turns(1, rounds, Progress::say);
    List<Figure> figures = new ArrayList<>();
    try (Houses houses =
        new Houses(target.resolve("systems"), turns.after(Settle.WARM_UPS).all())) {
      for (Part part : wanted()) {
        Progress.say(part.name() + " …");
        figures.addAll(part.measure(houses, turns));
        new BenchReport(target).write(figures);
      }
    }
    System.out.println(new BenchTable(figures).text());
    assertThat(figures).isNotEmpty();
  }

  /** The parts that {@code -Dparts} names, else all. */
  private static List<Part> wanted() {
    String named = System.getProperty("parts", "");
    if (named.isEmpty()) {
      return ALL;
    }
    Set<String> names = Set.of(named.split(","));
    List<Part> wanted = ALL.stream().filter(part -> names.contains(part.name())).toList();
    assertThat(wanted)
        .as("-Dparts=%s; there are %s", named, ALL.stream().map(Part::name).toList())
        .hasSameSizeAs(names);
    return wanted;
  }
}
