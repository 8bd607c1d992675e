package booking.worker.readmodel;

/** The end of following: going on would skip a row. The message says why, and where in Kafka. */
final class ReadModelStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ReadModelStoppedException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
