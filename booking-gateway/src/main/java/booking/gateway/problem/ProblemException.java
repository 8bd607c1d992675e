package booking.gateway.problem;

import java.util.List;

/** A problem on its way to the client, from where the answer can no longer be a value. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.code() + ": " + problem.detail());
    this.problem = problem;
  }

  public ProblemException(ProblemCode code, String detail) {
    this(Problem.of(code, detail));
  }

  /** With the failure of the infrastructure that caused it, for the log. */
  public ProblemException(ProblemCode code, String detail, Throwable cause) {
    this(code, detail);
    initCause(cause);
  }

  static ProblemException of(List<Violation> violations) {
    Violation first = violations.get(0);
    return new ProblemException(
        Problem.of(ProblemCode.VALIDATION_FAILED, first.field() + " " + first.message())
            .with(violations));
  }

  public Problem problem() {
    return problem;
  }
}
