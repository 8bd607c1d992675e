package booking.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AtOnceTest {

  @Test
  void resultsComeInTheOrderOfTheWork() {
    List<Callable<Integer>> work =
        IntStream.range(0, 100).<Callable<Integer>>mapToObj(i -> () -> i).toList();
    assertThat(AtOnce.all(work)).isSorted().hasSize(100);
  }

  @Test
  void theFirstVerdictIsThrownAsItWas() {
    AssertionError first = new AssertionError("the second of them");
    List<Callable<Integer>> work =
        List.of(
            () -> 1,
            () -> {
              throw first;
            },
            () -> {
              throw new AssertionError("the third");
            });
    assertThatThrownBy(() -> AtOnce.all(work)).isSameAs(first);
  }
}
