package booking.gateway.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import booking.gateway.auth.TokenSettings.Secret;
import booking.gateway.problem.ProblemException;
import io.dropwizard.util.Duration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ReadModelTest {

  /** Takes connections and never says a word: what a frozen Postgres does. */
  @Test
  void onceAFrozenPostgresIsNoticedNobodyWaitsForItAnyMore() throws Exception {
    try (ServerSocket frozen = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      ReadModel readModel = new ReadModel(at(frozen.getLocalPort()));
      readModel.start();

      await().until(() -> refusal(readModel).getCause() == null);

      assertThat(refusal(readModel)).hasMessageContaining("READ_MODEL_UNAVAILABLE");
      readModel.stop();
    }
  }

  @Test
  void whoeverAsksBeforeItIsNoticedHearsTheSame() throws IOException {
    int nobody;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = closed.getLocalPort();
    }
    ReadModel readModel = new ReadModel(at(nobody));

    assertThat(refusal(readModel))
        .hasMessageContaining("READ_MODEL_UNAVAILABLE")
        .hasCauseInstanceOf(Exception.class);
    assertThat(refusal(readModel)).hasNoCause();
  }

  private static ProblemException refusal(ReadModel readModel) {
    return catchThrowableOfType(
        ProblemException.class,
        () -> readModel.read(handle -> handle.select("SELECT 1").mapTo(Integer.class).one()));
  }

  private static ReadModelSettings at(int port) {
    return new ReadModelSettings(
        "jdbc:postgresql://127.0.0.1:" + port + "/booking",
        "nobody",
        new Secret(""),
        2,
        Duration.milliseconds(300),
        Duration.seconds(1),
        Duration.milliseconds(100));
  }
}
