package booking.gateway;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Tokens as the issuer of the tests makes them. */
public final class Tokens {

  /** The issuer's secret. */
  public static final String SECRET = "a secret of the tests, 32 bytes or more";

  private Tokens() {}

  public static String user(long id) {
    return signed(claims(Long.toString(id)));
  }

  public static String admin(long id) {
    JwtClaims claims = claims(Long.toString(id));
    claims.setStringListClaim("roles", List.of("admin"));
    return signed(claims);
  }

  /** Good for ten minutes. */
  public static JwtClaims claims(String subject) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer("booking");
    claims.setAudience("booking");
    claims.setSubject(subject);
    claims.setExpirationTimeMinutesInTheFuture(10);
    return claims;
  }

  public static String signed(JwtClaims claims) {
    return sign(jws(claims));
  }

  /** Unsigned as yet, so that a test can spoil it. */
  public static JsonWebSignature jws(JwtClaims claims) {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    jws.setKey(new HmacKey(SECRET.getBytes(StandardCharsets.UTF_8)));
    jws.setPayload(claims.toJson());
    return jws;
  }

  public static String sign(JsonWebSignature jws) {
    try {
      return jws.getCompactSerialization();
    } catch (JoseException bug) {
      throw new IllegalStateException(bug);
    }
  }
}
