package booking.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import booking.gateway.RunningApi.Call;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens of every shape, believed or not. */
class TokensTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  private static final String MINE = "/api/v1/bookings";
  private static final String ADMINS = "/api/v1/admin/rooms";

  /** Spoils claims that would be good. */
  private interface Spoil<T> {
    void spoil(T good);
  }

  private static String claims(Spoil<JwtClaims> spoil) {
    JwtClaims claims = Tokens.claims("7");
    spoil.spoil(claims);
    return Tokens.signed(claims);
  }

  private static String jws(Spoil<JsonWebSignature> spoil) {
    JsonWebSignature jws = Tokens.jws(Tokens.claims("7"));
    spoil.spoil(jws);
    return Tokens.sign(jws);
  }

  private static NumericDate inSeconds(long seconds) {
    return NumericDate.fromSeconds(NumericDate.now().getValue() + seconds);
  }

  static Stream<Map.Entry<String, String>> goodTokens() {
    Map<String, String> good = new LinkedHashMap<>();
    good.put("plain", Tokens.user(7));
    good.put("typ JWT", jws(jws -> jws.setHeader("typ", "JWT")));
    good.put("kid", jws(jws -> jws.setKeyIdHeaderValue("any")));
    good.put("several audiences", claims(c -> c.setAudience("other", "booking")));
    good.put("just expired", claims(c -> c.setExpirationTime(inSeconds(-20))));
    good.put("valid in a moment", claims(c -> c.setNotBefore(inSeconds(20))));
    good.put("no roles", claims(c -> c.setStringListClaim("roles", List.of())));
    good.put("a large id", claims(c -> c.setSubject("999999999999999999")));
    return good.entrySet().stream();
  }

  static Stream<Map.Entry<String, String>> badTokens() throws Exception {
    Map<String, String> bad = new LinkedHashMap<>();
    bad.put("empty", "");
    bad.put("not a token", "nonsense");
    bad.put("two parts", "e30.e30");
    bad.put("no signature", Tokens.user(7).replaceAll("[^.]*$", ""));
    bad.put("another signature", Tokens.user(7).replaceAll("[^.]{10}$", "AAAAAAAAAA"));
    bad.put("a part more", Tokens.user(7) + ".x");
    bad.put("JWE", "a.b.c.d.e");
    bad.put("changed claims", changed());
    bad.put("another secret", jws(jws -> jws.setKey(key("another secret of 32 bytes and more"))));
    bad.put("alg none", none());
    bad.put("alg HS512", jws(TokensTest::hs512));
    bad.put("alg RS256", rs256());
    bad.put("typ of another kind", jws(jws -> jws.setHeader("typ", "at+jwt")));
    bad.put("crit", jws(jws -> jws.setHeader("crit", List.of("exp"))));
    bad.put("key of its own in jwk", ownKey());
    bad.put("expired", claims(c -> c.setExpirationTime(inSeconds(-60))));
    bad.put("no exp", claims(c -> c.unsetClaim("exp")));
    bad.put("exp as text", claims(c -> c.setClaim("exp", "never")));
    bad.put("not yet", claims(c -> c.setNotBefore(inSeconds(60))));
    bad.put("another issuer", claims(c -> c.setIssuer("evil")));
    bad.put("no issuer", claims(c -> c.unsetClaim("iss")));
    bad.put("another audience", claims(c -> c.setAudience("evil")));
    bad.put("no audience", claims(c -> c.unsetClaim("aud")));
    bad.put("no subject", claims(c -> c.unsetClaim("sub")));
    bad.put("subject as number", claims(c -> c.setClaim("sub", 7)));
    for (String subject :
        List.of("", "0", "-7", "7.0", "07", " 7", "seven", "٧", "99999999999999999999")) {
      bad.put("subject <" + subject + ">", claims(c -> c.setSubject(subject)));
    }
    bad.put("roles as text", claims(c -> c.setStringClaim("roles", "admin")));
    bad.put("roles as numbers", claims(c -> c.setClaim("roles", List.of(1))));
    bad.put("too long", claims(c -> c.setStringClaim("x", "x".repeat(4096))));
    return bad.entrySet().stream();
  }

  private static HmacKey key(String secret) {
    return new HmacKey(secret.getBytes(StandardCharsets.UTF_8));
  }

  private static void hs512(JsonWebSignature jws) {
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA512);
    jws.setKey(key(Tokens.SECRET.repeat(2)));
  }

  private static String changed() {
    String[] parts = Tokens.user(7).split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    return parts[0] + "." + encoded(claims.replace("\"7\"", "\"8\"")) + "." + parts[2];
  }

  private static String none() {
    return encoded("{\"alg\":\"none\"}") + "." + encoded(Tokens.claims("7").toJson()) + ".";
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String rs256() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    return jws(
        jws -> {
          jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
          jws.setKey(pair.getPrivate());
        });
  }

  private static String ownKey() throws Exception {
    HmacKey own = key("a key that the token brings with it, long enough");
    JsonWebKey jwk = JsonWebKey.Factory.newJwk(own);
    return jws(
        jws -> {
          jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
          jws.setHeader(
              "jwk", jwk.toParams(JsonWebKey.OutputControlLevel.INCLUDE_SYMMETRIC).toString());
          jws.setKey(own);
        });
  }

  @ParameterizedTest
  @MethodSource("goodTokens")
  void isBelieved(Map.Entry<String, String> token) {
    assertThat(API.send(Call.get(MINE).as(token.getValue())).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("badTokens")
  void isNotBelieved(Map.Entry<String, String> token) {
    HttpResponse<String> answer = API.send(Call.get(MINE).as(token.getValue()));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .hasValue("Bearer realm=\"booking\"");
    assertThat(answer.body()).contains("UNAUTHENTICATED").doesNotContain("jose4j");
  }

  @Test
  void theTableIsLong() throws Exception {
    assertThat(badTokens().count() + goodTokens().count()).isGreaterThan(40);
  }

  @Test
  void noHeaderOrAnotherSchemeIsNotBelieved() {
    assertThat(API.send(Call.get(MINE)).statusCode()).isEqualTo(401);
    assertThat(
            API.send(Call.get(MINE).with("Authorization", "Basic " + Tokens.user(7))).statusCode())
        .isEqualTo(401);
    assertThat(API.send(Call.get(MINE).with("Authorization", Tokens.user(7))).statusCode())
        .isEqualTo(401);
    assertThat(
            API.send(Call.get(MINE).with("Authorization", "bEARER " + Tokens.user(7))).statusCode())
        .isEqualTo(200);
  }

  @Test
  void twoHeadersAreNotBelieved() throws Exception {
    String header = "Authorization: Bearer " + Tokens.user(7) + "\r\n";
    try (var socket = new java.net.Socket("127.0.0.1", API.port())) {
      socket
          .getOutputStream()
          .write(
              ("GET "
                      + MINE
                      + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                      + header
                      + header
                      + "\r\n")
                  .getBytes(StandardCharsets.ISO_8859_1));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 401");
    }
  }

  @Test
  void onlyAnAdminDoesAnAdminsWork() {
    assertThat(API.send(Call.get(ADMINS).as(Tokens.admin(1))).statusCode()).isEqualTo(200);
    assertThat(API.send(Call.get(ADMINS)).statusCode()).isEqualTo(401);
    assertThat(API.send(Call.get(ADMINS).as(Tokens.user(7))))
        .satisfies(
            refused -> {
              assertThat(refused.statusCode()).isEqualTo(403);
              assertThat(refused.body()).contains("\"code\":\"FORBIDDEN\"");
            });
    for (String role : List.of("Admin", "administrator", "user,admin")) {
      String token = claims(c -> c.setStringListClaim("roles", List.of(role)));
      assertThat(API.send(Call.get(ADMINS).as(token)).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void whoeverIsNotBelievedHearsNothingOfTheBody() {
    assertThat(API.send(Call.of("POST", MINE, "{")).statusCode()).isEqualTo(401);
  }
}
