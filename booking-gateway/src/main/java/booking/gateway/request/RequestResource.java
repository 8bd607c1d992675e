package booking.gateway.request;

import booking.gateway.auth.Authenticated;
import booking.gateway.auth.Caller;
import booking.gateway.problem.ProblemCode;
import booking.gateway.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** The place to ask how a request stands that was answered with 202. */
@Path(Answers.STATUS_PATH)
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@SecurityRequirement(name = "token")
@Tag(name = "Bookings")
public final class RequestResource {

  private final Requests requests;

  public RequestResource(Requests requests) {
    this.requests = requests;
  }

  @GET
  @Path("{requestId}")
  @Operation(
      summary = "How a request of yours stands",
      description =
          "For requests that were answered with 202. An accepted one names its booking, a rejected"
              + " one its code. 404: not yours, or never taken, or taken by another gateway and"
              + " not decided yet: while that may be, ask again.")
  public RequestStatus status(
      @PathParam("requestId") String requestId, @Context SecurityContext security) {
    return requests
        .status(requestId, Caller.of(security).userId())
        .orElseThrow(
            () -> new ProblemException(ProblemCode.REQUEST_NOT_FOUND, "You sent no such request."));
  }
}
