package booking.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpProblemsTest {

  @ParameterizedTest
  @CsvSource({
    "400, 400, MALFORMED_REQUEST",
    "401, 401, UNAUTHENTICATED",
    "403, 403, FORBIDDEN",
    "404, 404, NOT_FOUND",
    "405, 405, METHOD_NOT_ALLOWED",
    "406, 406, NOT_ACCEPTABLE",
    "408, 408, REQUEST_TIMEOUT",
    "413, 413, PAYLOAD_TOO_LARGE",
    "415, 415, UNSUPPORTED_MEDIA_TYPE",
    "431, 431, MALFORMED_REQUEST",
    "500, 500, INTERNAL_ERROR",
    "502, 500, INTERNAL_ERROR",
    "503, 503, OVERLOADED"
  })
  void everyStatusOfHttpHasItsProblem(int found, int answered, String code) {
    assertThat(HttpProblems.of(found).status()).isEqualTo(answered);
    assertThat(HttpProblems.of(found).code()).isEqualTo(code);
  }
}
