package booking.local.bench.part;

import booking.local.bench.core.CoreBenchmark;
import booking.local.bench.measure.Figure;
import booking.local.bench.measure.Series;
import booking.local.bench.measure.Subject;
import booking.local.bench.measure.Turns;
import booking.local.bench.measure.Unit;
import booking.local.bench.stage.Houses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What the core costs by itself: a decision, and a record in and out of Avro. */
public final class Core implements Part {

  private static final int WARM_UPS = 4;
  private static final TimeValue SECOND = TimeValue.seconds(1);

  @Override
  public String name() {
    return "core";
  }

  @Override
  public List<Figure> measure(Houses houses, Turns turns) throws RunnerException {
    Map<String, Series> series =
        new Runner(
                new OptionsBuilder()
                    .include(CoreBenchmark.class.getName())
                    .forks(1)
                    .warmupIterations(WARM_UPS)
                    .warmupTime(SECOND)
                    .measurementIterations(turns.rounds())
                    .measurementTime(SECOND)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run().stream().collect(Collectors.toMap(Core::method, Core::nanos));
    return List.of(
        alone("core, decide", "one decision of the rules, ns", series.get("decide")),
        alone("core, read", "one event out of Avro, ns", series.get("read")),
        new Figure(
            Subject.of("core, write", Unit.NANOS, "one event into Avro", "Avro's own writer"),
            series.get("write"),
            Optional.of(series.get("writeAsAvroDoes"))));
  }

  private static Figure alone(String name, String what, Series series) {
    return new Figure(Subject.of(name, Unit.NANOS, what, ""), series, Optional.empty());
  }

  private static String method(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    return benchmark.substring(benchmark.lastIndexOf('.') + 1);
  }

  private static Series nanos(RunResult result) {
    return new Series(
        result.getBenchmarkResults().stream()
            .map(BenchmarkResult::getIterationResults)
            .flatMap(iterations -> iterations.stream())
            .map(IterationResult::getPrimaryResult)
            .map(primary -> Math.round(primary.getScore()))
            .toList());
  }
}
