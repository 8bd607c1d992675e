package booking.gateway.auth;

import booking.gateway.problem.ProblemCode;
import booking.gateway.problem.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/**
 * The check of a bearer token: signature by the one configured algorithm, issuer, audience, times
 * with 30 seconds of grace, subject. Keys that a token brings along are never looked at. Safe for
 * all threads.
 */
public final class TokenVerifier {

  static final String ADMIN = "admin";

  private static final String ROLES = "roles";
  private static final int LONGEST_TOKEN = 4096;
  private static final int SKEW_SECONDS = 30;

  private final JwtConsumer consumer;

  public TokenVerifier(TokenSettings settings) {
    JwtConsumerBuilder builder =
        new JwtConsumerBuilder()
            .setJwsAlgorithmConstraints(
                new AlgorithmConstraints(ConstraintType.PERMIT, settings.algorithm()))
            .setExpectedType(false, "JWT")
            .setExpectedIssuer(settings.issuer())
            .setExpectedAudience(settings.audience())
            .setRequireSubject()
            .setRequireExpirationTime()
            .setAllowedClockSkewInSeconds(SKEW_SECONDS);
    this.consumer =
        settings.isSymmetric()
            ? builder.setVerificationKey(new HmacKey(settings.secret().bytes())).build()
            : builder
                .setVerificationKeyResolver(
                    new HttpsJwksVerificationKeyResolver(new HttpsJwks(settings.jwksUrl())))
                .build();
  }

  /**
   * @return the caller, or empty for a token that is not believed
   * @throws ProblemException when the keys to check it with cannot be fetched
   */
  Optional<Caller> verify(String token) {
    if (token.length() > LONGEST_TOKEN) {
      return Optional.empty();
    }
    try {
      return caller(consumer.processToClaims(token));
    } catch (InvalidJwtException refused) {
      if (isOutage(refused)) {
        throw new ProblemException(
            ProblemCode.TOKEN_KEYS_UNAVAILABLE, "The keys of the token's issuer are out of reach.");
      }
      return Optional.empty();
    } catch (MalformedClaimException refused) {
      return Optional.empty();
    }
  }

  private static Optional<Caller> caller(JwtClaims claims) throws MalformedClaimException {
    String subject = claims.getSubject();
    if (!subject.matches("[1-9][0-9]{0,17}")) {
      return Optional.empty();
    }
    List<String> roles = claims.hasClaim(ROLES) ? claims.getStringListClaimValue(ROLES) : List.of();
    return Optional.of(new Caller(Long.parseLong(subject), roles.contains(ADMIN)));
  }

  private static boolean isOutage(Throwable refused) {
    return refused instanceof IOException
        || refused.getCause() != null && isOutage(refused.getCause());
  }
}
