package booking.worker;

/** The end of an operator's command that says no: all that is to be said of it was said. */
final class CommandEndedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  /**
   * @param exitCode 1 for an answer that is no, 2 when there is no answer
   */
  CommandEndedException(int exitCode) {
    super("exit code " + exitCode);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
