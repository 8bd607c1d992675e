package booking.local.bench.part;

import booking.local.bench.measure.Figure;
import booking.local.bench.measure.Turns;
import booking.local.bench.stage.Houses;
import java.util.List;

/** A part of the benchmark: it starts what it needs, measures, and ends what it started. */
public interface Part {

  /** By which people choose it. */
  String name();

  /** Measures in the shared house, or apart from it. */
  List<Figure> measure(Houses houses, Turns turns) throws Exception;
}
