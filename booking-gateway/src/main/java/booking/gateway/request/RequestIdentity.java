package booking.gateway.request;

import booking.gateway.problem.ProblemCode;
import booking.gateway.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;

/**
 * What makes two requests the same one: the id, by which the worker answers a repeat with the first
 * answer, and the fingerprint, by which it tells a repeat from another request with the same id.
 *
 * @param requestId derived from the caller and the caller's key, or random without a key
 * @param fingerprint of what is asked
 * @param chosenByClient true when a key was sent, so that a repeat may come
 */
public record RequestIdentity(String requestId, long fingerprint, boolean chosenByClient) {

  private static final String KEY = "[\\x21-\\x7E][\\x20-\\x7E]{0,254}";

  // RFC 9562: version 8, for ids made by a rule of one's own, and the variant of all of them.
  private static final long VERSION = 0x8000L;
  private static final long VARIANT = 0x8000000000000000L;

  /**
   * @param keys the Idempotency-Key headers, none or one of 1 to 255 printable ASCII characters
   * @param fingerprint from {@link #fingerprint}
   */
  public static RequestIdentity of(long userId, List<String> keys, long fingerprint) {
    if (keys.isEmpty()) {
      return new RequestIdentity(UUID.randomUUID().toString(), fingerprint, false);
    }
    if (keys.size() > 1 || !keys.get(0).matches(KEY)) {
      throw new ProblemException(
          ProblemCode.INVALID_PARAMETER,
          "Idempotency-Key must be one header of 1 to 255 printable ASCII characters.");
    }
    ByteBuffer hash = ByteBuffer.wrap(sha256(Long.toString(userId), "\n", keys.get(0)));
    UUID id =
        new UUID(
            hash.getLong() & ~0xF000L | VERSION, hash.getLong() & ~0xC000000000000000L | VARIANT);
    return new RequestIdentity(id.toString(), fingerprint, true);
  }

  /**
   * @param body canonical, so that the same request in another layout is the same
   */
  static long fingerprint(String method, String path, byte[] body) {
    return ByteBuffer.wrap(
            sha256(method, " ", path, "\n", new String(body, StandardCharsets.UTF_8)))
        .getLong();
  }

  private static byte[] sha256(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
