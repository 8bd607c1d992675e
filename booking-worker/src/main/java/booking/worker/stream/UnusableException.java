package booking.worker.stream;

/** A record that can be read but breaks the contract; its message is the dead letter's reason. */
final class UnusableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableException(String reason) {
    super(reason);
  }
}
