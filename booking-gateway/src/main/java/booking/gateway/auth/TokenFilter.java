package booking.gateway.auth;

import booking.gateway.problem.ProblemCode;
import booking.gateway.problem.ProblemException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.List;
import java.util.Locale;

/** Turns the Authorization header of a request into its {@link Caller}, or ends it with a 401. */
@Authenticated
@Priority(Priorities.AUTHENTICATION)
public final class TokenFilter implements ContainerRequestFilter {

  private static final String SCHEME = "bearer ";

  private final TokenVerifier verifier;

  public TokenFilter(TokenVerifier verifier) {
    this.verifier = verifier;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    List<String> headers = request.getHeaders().getOrDefault(HttpHeaders.AUTHORIZATION, List.of());
    if (headers.size() != 1) {
      throw unauthenticated();
    }
    String header = headers.get(0);
    if (!header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      throw unauthenticated();
    }
    Caller caller =
        verifier
            .verify(header.substring(SCHEME.length()).strip())
            .orElseThrow(TokenFilter::unauthenticated);
    request.setSecurityContext(new Verified(caller));
  }

  // The same for all: which of these it was is nobody's business who has no token.
  private static ProblemException unauthenticated() {
    return new ProblemException(
        ProblemCode.UNAUTHENTICATED,
        "Send one Authorization header: Bearer, a space, and a token that is valid here and now.");
  }

  private record Verified(Caller caller) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
      return caller;
    }

    @Override
    public boolean isUserInRole(String role) {
      return role.equals(TokenVerifier.ADMIN) && caller.admin();
    }

    @Override
    public boolean isSecure() {
      return false;
    }

    @Override
    public String getAuthenticationScheme() {
      return "Bearer";
    }
  }
}
