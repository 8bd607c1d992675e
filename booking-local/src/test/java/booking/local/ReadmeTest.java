package booking.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The walk test can fail: what the README does not say is noticed. */
class ReadmeTest {

  @Test
  void anythingMayStandForTheDotsButNothingElseDiffers() {
    assertThat("{\"id\":7,\"status\":\"pending\"}")
        .matches(Readme.pattern("{\"id\":…,\"status\":\"pending\"}"))
        .doesNotMatch(Readme.pattern("{\"id\":…,\"status\":\"confirmed\"}"))
        .doesNotMatch(Readme.pattern("{\"id\":…,\"status\":\"pending\"}\n{\"id\":…}"));
  }

  @Test
  void blocksKeepTheirOrderAndLanguage() {
    Readme readme = Readme.parse("a\n```bash\nls\n```\nb\n```json\n{}\n```\n```\npicture\n```\n");

    assertThat(readme.blocks())
        .containsExactly(
            new Readme.Block("bash", "ls"),
            new Readme.Block("json", "{}"),
            new Readme.Block("", "picture"));
  }
}
