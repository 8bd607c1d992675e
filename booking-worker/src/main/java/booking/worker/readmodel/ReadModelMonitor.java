package booking.worker.readmodel;

import booking.worker.readmodel.ReadModelStatus.State;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** What others may know of the read model, told by its thread and read by any. */
final class ReadModelMonitor {

  private final AtomicReference<ReadModelStatus> status =
      new AtomicReference<>(
          new ReadModelStatus(
              State.STARTING, Optional.empty(), Optional.empty(), OptionalLong.empty()));
  private final AtomicLong rows = new AtomicLong();
  private final AtomicLong batches = new AtomicLong();
  private final AtomicLong retries = new AtomicLong();

  void following(OptionalLong lag) {
    status.updateAndGet(
        before -> new ReadModelStatus(State.FOLLOWING, Optional.empty(), before.lastCommit(), lag));
  }

  void committed(int rowsWritten, Instant now) {
    rows.addAndGet(rowsWritten);
    batches.incrementAndGet();
    status.updateAndGet(
        before ->
            new ReadModelStatus(before.state(), before.reason(), Optional.of(now), before.lag()));
  }

  void waiting(String reason) {
    retries.incrementAndGet();
    become(State.WAITING, Optional.of(reason));
  }

  void stopped(String reason) {
    become(State.STOPPED, Optional.of(reason));
  }

  void closed() {
    become(State.CLOSED, Optional.empty());
  }

  private void become(State state, Optional<String> reason) {
    status.updateAndGet(
        before -> new ReadModelStatus(state, reason, before.lastCommit(), before.lag()));
  }

  ReadModelStatus status() {
    return status.get();
  }

  long rows() {
    return rows.get();
  }

  long batches() {
    return batches.get();
  }

  long retries() {
    return retries.get();
  }
}
