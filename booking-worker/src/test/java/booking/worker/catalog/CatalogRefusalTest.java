package booking.worker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogRefusalTest {

  @Test
  void everyRefusalIsSaidInWordsOfItsOwn() {
    assertThat(Stream.of(CatalogRefusal.values()).map(CatalogRefusal::detail))
        .doesNotHaveDuplicates()
        .allSatisfy(detail -> assertThat(detail).isNotBlank());
  }
}
