package booking.gateway.problem;

/** The problems that HTTP itself knows, by their status. */
public final class HttpProblems {

  private HttpProblems() {}

  /**
   * @param status 400 to 599
   */
  public static Problem of(int status) {
    return switch (status) {
      case 401 -> Problem.of(ProblemCode.UNAUTHENTICATED, "Send a valid bearer token.");
      case 403 -> Problem.of(ProblemCode.FORBIDDEN, "This token does not allow it.");
      case 404 -> Problem.of(ProblemCode.NOT_FOUND, "No resource has this path.");
      case 405 -> Problem.of(ProblemCode.METHOD_NOT_ALLOWED, "This path has no such method.");
      case 406 -> Problem.of(ProblemCode.NOT_ACCEPTABLE, "Ask for application/json.");
      case 408 -> Problem.of(ProblemCode.REQUEST_TIMEOUT, "The request took too long to arrive.");
      case 413 -> Problem.of(ProblemCode.PAYLOAD_TOO_LARGE, "The body is too large.");
      case 415 -> Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
      default -> other(status);
    };
  }

  private static Problem other(int status) {
    if (status == 503) {
      return Problem.of(ProblemCode.OVERLOADED, "Too many requests at once.");
    }
    if (status >= 500) {
      return Problem.of(ProblemCode.INTERNAL_ERROR, "This is our fault.");
    }
    Problem malformed =
        Problem.of(ProblemCode.MALFORMED_REQUEST, "The request is not one that HTTP allows here.");
    return new Problem(
        malformed.type(),
        malformed.title(),
        status,
        malformed.detail(),
        malformed.code(),
        malformed.violations(),
        malformed.instance());
  }
}
