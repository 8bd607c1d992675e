package booking.gateway.auth;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/**
 * The one who sent a request, as a checked token says.
 *
 * @param userId 1 or more
 */
public record Caller(long userId, boolean admin) implements Principal {

  /** The caller of a resource that is {@link Authenticated} or {@link AdminOnly}. */
  public static Caller of(SecurityContext security) {
    return (Caller) security.getUserPrincipal();
  }

  @Override
  public String getName() {
    return Long.toString(userId);
  }
}
