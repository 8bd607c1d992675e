package booking.gateway.auth;

import booking.gateway.problem.ProblemCode;
import booking.gateway.problem.ProblemException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Ends the request of a caller who is no admin with a 403. */
@AdminOnly
@Priority(Priorities.AUTHORIZATION)
public final class AdminFilter implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    if (!request.getSecurityContext().isUserInRole(TokenVerifier.ADMIN)) {
      throw new ProblemException(ProblemCode.FORBIDDEN, "Only an admin may do this.");
    }
  }
}
