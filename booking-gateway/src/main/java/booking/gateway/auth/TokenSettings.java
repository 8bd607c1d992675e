package booking.gateway.auth;

import booking.gateway.auth.TokenSettings.Secret;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.charset.StandardCharsets;

/**
 * Whose tokens are believed.
 *
 * @param algorithm the only one that a token's header may name
 * @param secret for HS256, 32 bytes or more; otherwise empty
 * @param jwksUrl where the public keys are, for RS256 and ES256; otherwise empty
 * @param issuer what {@code iss} must be
 * @param audience what {@code aud} must contain
 */
public record TokenSettings(
    @NotNull @Pattern(regexp = "HS256|RS256|ES256") String algorithm,
    @NotNull Secret secret,
    @NotNull String jwksUrl,
    @NotBlank String issuer,
    @NotBlank String audience) {

  private static final int LEAST_SECRET_BYTES = 32;

  /** A text that never shows itself in a log. */
  public record Secret(String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Secret {}

    byte[] bytes() {
      return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      return "Secret[hidden]";
    }
  }

  /** True for an algorithm whose one key both signs and verifies. */
  boolean isSymmetric() {
    return algorithm.equals("HS256");
  }

  @ValidationMethod(message = "HS256 needs a secret of at least 32 bytes (JWT_SECRET)")
  boolean isSecretLongEnough() {
    return !isSymmetric() || secret.bytes().length >= LEAST_SECRET_BYTES;
  }

  @ValidationMethod(message = "RS256 and ES256 need the URL of a key set (JWT_JWKS_URL)")
  boolean isKeySetNamed() {
    return isSymmetric() || !jwksUrl.isBlank();
  }
}
