package booking.worker.operator;

/** The end of an operator's task that could not be done. The message says why, and what to do. */
public final class NotDoneException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotDoneException(String whyAndWhatToDo) {
    super(whyAndWhatToDo);
  }

  public NotDoneException(String whyAndWhatToDo, Throwable cause) {
    super(whyAndWhatToDo, cause);
  }
}
