package booking.worker.readmodel;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * One connection to Postgres, kept from batch to batch and replaced after any failure. There is no
 * pool because one thread writes, and its statements stay prepared on the server this way. For use
 * by one thread.
 */
final class SteadyConnection implements AutoCloseable {

  private final Jdbi jdbi;
  private Optional<Handle> open = Optional.empty();

  SteadyConnection(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Does the work whole or not at all. */
  <T> T inTransaction(HandleCallback<T, RuntimeException> work) {
    Handle handle = open.orElseGet(jdbi::open);
    open = Optional.of(handle);
    try {
      return handle.inTransaction(work);
    } catch (RuntimeException failure) {
      drop(failure);
      throw failure;
    }
  }

  private void drop(RuntimeException failure) {
    try {
      close();
    } catch (RuntimeException another) {
      failure.addSuppressed(another);
    }
  }

  @Override
  public void close() {
    Optional<Handle> closing = open;
    open = Optional.empty();
    closing.ifPresent(Handle::close);
  }
}
