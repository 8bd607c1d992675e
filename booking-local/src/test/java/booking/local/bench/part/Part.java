package booking.local.bench.part;

import booking.local.bench.measure.Figure;
import booking.local.bench.measure.Turns;
import java.nio.file.Path;
import java.util.List;

/** A part of the benchmark: it starts what it needs, measures, and ends what it started. */
public interface Part {

  /** By which people choose it. */
  String name();

  /**
   * Measures.
   *
   * @param folder of its own
   */
  List<Figure> measure(Path folder, Turns turns) throws Exception;
}
