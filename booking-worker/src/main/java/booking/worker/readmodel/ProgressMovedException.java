package booking.worker.readmodel;

/**
 * Another writer has moved a partition: what this one read of it is written already, or not its to
 * write.
 */
final class ProgressMovedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ProgressMovedException() {
    super("the partition stands elsewhere in projection_progress: another worker follows it");
  }
}
