package booking.local;

/** A reason why the system cannot start here and now, in one line that says what to do. */
public final class StartupFailure extends Exception {

  private static final long serialVersionUID = 1L;

  public StartupFailure(String whatToDo) {
    super(whatToDo);
  }

  public StartupFailure(String whatToDo, Throwable cause) {
    super(whatToDo, cause);
  }
}
