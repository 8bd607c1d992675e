package booking.local.faults;

/** Who judges the runs. */
final class Judges {

  private Judges() {}

  static Judge all() {
    return (cluster, history) -> Judge.Verdict.none();
  }
}
