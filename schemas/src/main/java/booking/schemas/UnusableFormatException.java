package booking.schemas;

/**
 * A refusal to start: values cannot be written and read as set. Its message says what to do, and it
 * is all that a person needs, so it comes without a stack trace.
 */
public final class UnusableFormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableFormatException(String message) {
    super(message, null, false, false);
  }

  @Override
  public String toString() {
    return "Not started. " + getMessage();
  }
}
