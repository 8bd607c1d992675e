package booking.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booking.gateway.Tokens;
import booking.gateway.auth.TokenSettings.Secret;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens whose keys an issuer publishes. */
class TokenVerifierTest {

  private HttpServer issuer;
  private EllipticCurveJsonWebKey key;

  @BeforeEach
  void anIssuer() throws Exception {
    key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    key.setKeyId("k1");
    issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] keys = new JsonWebKeySet(key).toJson().getBytes(StandardCharsets.UTF_8);
    issuer.createContext(
        "/keys",
        exchange -> {
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    issuer.start();
  }

  @AfterEach
  void stop() {
    issuer.stop(0);
  }

  private TokenVerifier verifier() {
    String url = "http://127.0.0.1:" + issuer.getAddress().getPort() + "/keys";
    return new TokenVerifier(new TokenSettings("ES256", new Secret(""), url, "booking", "booking"));
  }

  private static String signed(EllipticCurveJsonWebKey by) {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    jws.setKeyIdHeaderValue(by.getKeyId());
    jws.setKey(by.getPrivateKey());
    jws.setPayload(Tokens.claims("7").toJson());
    return Tokens.sign(jws);
  }

  @Test
  void aTokenByThePublishedKeyIsBelieved() {
    assertThat(verifier().verify(signed(key))).hasValue(new Caller(7, false));
  }

  @Test
  void aTokenByAnotherKeyIsNot() throws Exception {
    EllipticCurveJsonWebKey other = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    other.setKeyId("k1");
    assertThat(verifier().verify(signed(other))).isEmpty();

    other.setKeyId("k2");
    assertThat(verifier().verify(signed(other))).isEmpty();
  }

  @Test
  void aTokenByASecretIsNotEvenByThePublishedKeysText() {
    assertThat(verifier().verify(Tokens.user(7))).isEmpty();
  }

  @Test
  void whileTheIssuerIsAwayNobodyCanTell() {
    TokenVerifier verifier = verifier();
    issuer.stop(0);

    assertThatThrownBy(() -> verifier.verify(signed(key)))
        .hasMessageContaining("TOKEN_KEYS_UNAVAILABLE");
  }
}
