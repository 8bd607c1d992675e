package booking.local.sandbox;

import java.nio.charset.StandardCharsets;

/**
 * What a token must carry for the gateway to believe it.
 *
 * @param secret the HS256 key that the gateway has too, at least 32 bytes
 */
public record TokenSettings(String secret, String issuer, String audience) {

  public TokenSettings {
    if (secret.getBytes(StandardCharsets.UTF_8).length < 32) {
      throw new IllegalArgumentException("JWT_SECRET must have at least 32 bytes");
    }
  }

  /** Says nothing of the secret, so that no log does. */
  @Override
  public String toString() {
    return "TokenSettings[issuer=" + issuer + ", audience=" + audience + "]";
  }
}
