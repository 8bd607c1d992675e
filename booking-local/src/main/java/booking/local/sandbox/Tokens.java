package booking.local.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** The issuer of tokens: it gives one to whoever asks, which is why it is for one machine only. */
public final class Tokens {

  private static final Duration VALID_FOR = Duration.ofHours(12);

  private final TokenSettings settings;

  /** An issuer whose tokens a gateway with these settings believes. */
  public Tokens(TokenSettings settings) {
    this.settings = settings;
  }

  /** A token of this user, good for twelve hours. */
  public String of(long userId, boolean admin, Instant now) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(settings.issuer());
    claims.setAudience(settings.audience());
    claims.setSubject(Long.toString(userId));
    claims.setStringListClaim("roles", admin ? List.of("admin") : List.of());
    claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(now.plus(VALID_FOR).getEpochSecond()));
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    signature.setKey(new HmacKey(settings.secret().getBytes(StandardCharsets.UTF_8)));
    try {
      return signature.getCompactSerialization();
    } catch (JoseException impossible) {
      throw new IllegalStateException("HS256 cannot sign with this key", impossible);
    }
  }
}
