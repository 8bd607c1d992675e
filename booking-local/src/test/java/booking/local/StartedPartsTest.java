package booking.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booking.local.StartedParts.Part;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class StartedPartsTest {

  private final List<String> stopped = new CopyOnWriteArrayList<>();
  private final StartedParts parts = new StartedParts(new TestSystem.QuietOnlooker());

  @Test
  void theLastStartedIsTheFirstStopped() throws Exception {
    parts.start(part("a"));
    parts.start(part("b"));

    parts.close();

    assertThat(stopped).containsExactly("b", "a");
    assertThat(parts.areHeld()).isFalse();
  }

  @Test
  void oneThatDoesNotStopKeepsNoOtherRunning() throws Exception {
    parts.start(part("a"));
    parts.holds(
        "b",
        () -> {
          throw new IOException("stays");
        });

    parts.close();

    assertThat(stopped).containsExactly("a");
  }

  @Test
  void whatStartedBesideAFailureIsStoppedToo() {
    Part failing =
        new Part(
            "failing",
            () -> {
              throw new IOException("no room");
            });

    assertThatThrownBy(() -> parts.startTogether(List.of(failing, part("a"))))
        .isInstanceOf(IOException.class)
        .hasMessage("no room");
    parts.close();

    assertThat(stopped).containsExactly("a");
  }

  @Test
  void whatComesUpAfterTheStopIsStoppedAtOnce() {
    parts.close();

    assertThatThrownBy(() -> parts.start(part("late")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("late");

    assertThat(stopped).containsExactly("late");
  }

  private Part part(String name) {
    return new Part(name, () -> () -> stopped.add(name));
  }
}
