package booking.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTextTest {

  private static final TypeReference<List<Integer>> NUMBERS = new TypeReference<>() {};

  @Test
  void numbersKeepTheirDigits() {
    assertThat(JsonText.tree("{\"a\":1.10,\"b\":1e400}")).hasToString("{\"a\":1.10,\"b\":1E+400}");
  }

  @Test
  void whatIsNoJsonIsShownAsText() {
    assertThat(JsonText.tree("{\"a\":1}, \"status\":\"confirmed\"").isTextual()).isTrue();
    assertThat(JsonText.tree("{broken").textValue()).isEqualTo("{broken");
  }

  @Test
  void aValueOfAnotherShapeIsABug() {
    assertThat(JsonText.value("[1,2]", NUMBERS)).containsExactly(1, 2);
    assertThatThrownBy(() -> JsonText.value("{}", NUMBERS))
        .isInstanceOf(IllegalStateException.class);
  }
}
