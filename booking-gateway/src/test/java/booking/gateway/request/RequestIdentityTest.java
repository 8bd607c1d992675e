package booking.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdentityTest {

  @Test
  void withoutAKeyEachRequestIsItsOwn() {
    RequestIdentity one = RequestIdentity.of(7, List.of(), 1);

    assertThat(one.requestId()).isNotEqualTo(RequestIdentity.of(7, List.of(), 1).requestId());
    assertThat(one.chosenByClient()).isFalse();
  }

  @Test
  void aKeyNamesARequestOfItsUserOnly() {
    RequestIdentity one = RequestIdentity.of(7, List.of("key"), 1);

    assertThat(one).isEqualTo(RequestIdentity.of(7, List.of("key"), 1));
    assertThat(one.requestId())
        .isNotEqualTo(RequestIdentity.of(8, List.of("key"), 1).requestId())
        .isNotEqualTo(RequestIdentity.of(7, List.of("kez"), 1).requestId());
    assertThat(one.chosenByClient()).isTrue();
  }

  @Test
  void userAndKeyCannotRunIntoEachOther() {
    assertThat(RequestIdentity.of(1, List.of("1k"), 1).requestId())
        .isNotEqualTo(RequestIdentity.of(11, List.of("k"), 1).requestId());
  }

  @Test
  void theIdIsAUuidMadeByARule() {
    UUID id = UUID.fromString(RequestIdentity.of(7, List.of("key"), 1).requestId());

    assertThat(id.version()).isEqualTo(8);
    assertThat(id.variant()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " leading", "caf\u00e9", "a\tb", "a\nb"})
  void aKeyThatIsNotPrintableIsRefused(String key) {
    assertThatThrownBy(() -> RequestIdentity.of(7, List.of(key), 1))
        .hasMessageContaining("Idempotency-Key");
  }

  @Test
  void aKeyHasAtMost255CharactersAndComesOnce() {
    assertThat(RequestIdentity.of(7, List.of("x".repeat(255)), 1).chosenByClient()).isTrue();
    assertThatThrownBy(() -> RequestIdentity.of(7, List.of("x".repeat(256)), 1))
        .hasMessageContaining("255");
    assertThatThrownBy(() -> RequestIdentity.of(7, List.of("a", "b"), 1))
        .hasMessageContaining("one header");
  }

  @Test
  void theFingerprintIsOfMethodPathAndBody() {
    long one = fingerprint("PUT", "/a", "{}");

    assertThat(one).isEqualTo(fingerprint("PUT", "/a", "{}"));
    assertThat(List.of(fingerprint("POST", "/a", "{}"), fingerprint("PUT", "/b", "{}")))
        .doesNotContain(one);
    assertThat(fingerprint("PUT", "/a", "")).isNotEqualTo(one);
  }

  private static long fingerprint(String method, String path, String body) {
    return RequestIdentity.fingerprint(method, path, body.getBytes(StandardCharsets.UTF_8));
  }
}
