package booking.local.bench.measure;

/** Something that can be measured again and again. */
@FunctionalInterface
public interface Turn {

  /**
   * Does it once.
   *
   * @param round 0, 1, 2 … with those that only warm up
   * @return the figure of this round
   */
  long measure(int round) throws Exception;
}
