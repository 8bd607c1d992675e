package booking.local.sandbox;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.Optional;

/** The call that turns a user id into a token. */
@Path("/tokens")
@Consumes(MediaType.APPLICATION_JSON)
public final class TokenResource {

  /** Who wants to be whom; {@code admin} may be left out. */
  public record TokenRequest(Optional<Long> userId, Optional<Boolean> admin) {}

  /** A token for the header {@code Authorization: Bearer …}. */
  public record TokenAnswer(String token) {}

  private final Tokens tokens;
  private final InstantSource clock;

  TokenResource(Tokens tokens, InstantSource clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON + ";qs=1")
  public TokenAnswer json(Optional<TokenRequest> request) {
    return new TokenAnswer(text(request));
  }

  /** The bare token, for a shell that has no JSON parser. */
  @POST
  @Produces(MediaType.TEXT_PLAIN + ";qs=0.5")
  public String text(Optional<TokenRequest> request) {
    TokenRequest asked = request.orElseThrow(TokenResource::incomplete);
    long userId = asked.userId().filter(id -> id > 0).orElseThrow(TokenResource::incomplete);
    return tokens.of(userId, asked.admin().orElse(false), clock.instant());
  }

  private static BadRequestException incomplete() {
    return new BadRequestException("Give a userId of 1 or more: {\"userId\":7,\"admin\":false}");
  }
}
