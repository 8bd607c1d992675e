package booking.gateway.request;

import booking.gateway.problem.Problem;
import booking.gateway.request.Outcome.Decided;
import booking.gateway.request.Outcome.Undecided;
import booking.schemas.RequestResult;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Turns what a request came to into what its client is told. */
public final class Answers {

  /** Where a client asks how a request stands. */
  public static final String STATUS_PATH = "/api/v1/bookings/requests/";

  private final Requests requests;
  private final Executor executor;

  /**
   * @param requests the way to the worker
   * @param executor where answers are made, since that may take a look into the read model
   */
  public Answers(Requests requests, Executor executor) {
    this.requests = requests;
    this.executor = executor;
  }

  /** Sends a request; the function words the answer if the worker accepts it. */
  public CompletionStage<Response> to(
      Submission submission, Function<RequestResult, Response> accepted) {
    return requests
        .submit(submission)
        .thenApplyAsync(outcome -> answer(outcome, submission, accepted), executor);
  }

  private static Response answer(
      Outcome outcome, Submission submission, Function<RequestResult, Response> accepted) {
    if (outcome instanceof Undecided undecided) {
      return pending(undecided.requestId(), submission);
    }
    RequestResult result = ((Decided) outcome).result();
    return result.getAccepted() ? accepted.apply(result) : refusal(result);
  }

  private static Response pending(String requestId, Submission submission) {
    Response.ResponseBuilder taken =
        Response.status(Response.Status.ACCEPTED)
            .header(HttpHeaders.LOCATION, STATUS_PATH + requestId)
            .entity(RequestStatus.pending(requestId));
    if (!submission.waits()) {
      taken.header("Preference-Applied", "respond-async");
    }
    return taken.build();
  }

  private static Response refusal(RequestResult result) {
    String code = Optional.ofNullable(result.getCode()).orElse("REFUSED");
    Problem problem = Problem.of(code, "");
    return Optional.ofNullable(result.getDetail())
        .map(detail -> Problem.of(code, detail))
        .orElseGet(() -> Problem.of(code, problem.title()))
        .toResponse();
  }
}
