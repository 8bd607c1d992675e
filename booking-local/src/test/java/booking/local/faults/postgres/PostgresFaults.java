package booking.local.faults.postgres;

import booking.local.faults.Fault;
import java.util.List;
import java.util.stream.Stream;

/** All faults of Postgres and of the read model. */
public final class PostgresFaults {

  private PostgresFaults() {}

  /** All of them, those that begin it all anew last. */
  public static List<Fault> all() {
    return Stream.of(
            Outages.all(),
            Locks.all(),
            List.of(
                SecondProjector.fault(), Rebuilding.fault(), ReaderWrites.fault(), Replay.fault()))
        .flatMap(List::stream)
        .toList();
  }
}
