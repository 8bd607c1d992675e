package booking.gateway.limit;

import booking.gateway.auth.Caller;
import booking.gateway.problem.ProblemCode;
import booking.gateway.problem.ProblemException;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;

/**
 * Ends a call too many with a 429, before its body is read: users are told apart by their tokens,
 * all others by where they come from.
 */
@Priority(Priorities.AUTHENTICATION + 1)
public final class CallRateFilter implements ContainerRequestFilter {

  private final CallRate users;
  private final CallRate addresses;

  // Jersey puts a view of the current request here.
  @Context private HttpServletRequest servletRequest;

  /**
   * @param nanos a clock that never goes back
   */
  public CallRateFilter(LimitSettings settings, Ticker nanos) {
    this.users = new CallRate(settings.user(), nanos);
    this.addresses = new CallRate(settings.address(), nanos);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    boolean admitted =
        request.getSecurityContext().getUserPrincipal() instanceof Caller caller
            ? users.admits(caller.getName())
            : addresses.admits(ClientAddress.of(servletRequest.getRemoteAddr()));
    if (!admitted) {
      throw new ProblemException(
          ProblemCode.TOO_MANY_REQUESTS, "Nothing was done; slow down and try again.");
    }
  }
}
