package booking.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import booking.gateway.RunningApi.Call;
import booking.gateway.request.Outcome;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.junit.jupiter.api.Test;

class StoppingTest {

  /** The server's own, as {@code SIGTERM} begins it. */
  static CompletableFuture<Void> stop(RunningApi api) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            api.stop();
          } catch (Exception failed) {
            throw new IllegalStateException(failed);
          }
        });
  }

  private static boolean isRefused(int port) throws Exception {
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return !client.isConnected();
    } catch (ConnectException refused) {
      return true;
    }
  }

  @Test
  void whatWasTakenIsAnsweredAndNothingMoreIsTaken() throws Exception {
    RunningApi api = new RunningApi(Map.of());
    api.start();
    int port = api.port();
    CompletableFuture<Outcome> decision = new CompletableFuture<>();
    api.worker.answers(submission -> decision);
    CompletableFuture<HttpResponse<String>> answer =
        CompletableFuture.supplyAsync(
            () ->
                api.send(
                    Call.of("POST", "/api/v1/bookings", "{\"timeslotId\":4821}")
                        .as(Tokens.user(7))));
    await().until(() -> !api.worker.submissions.isEmpty());

    CompletableFuture<Void> stop = stop(api);
    await().until(() -> isRefused(port));
    assertThat(answer).isNotDone();
    decision.complete(new Outcome.Decided(Samples.booked("r")));

    assertThat(answer)
        .succeedsWithin(20, TimeUnit.SECONDS)
        .satisfies(answered -> assertThat(answered.statusCode()).isEqualTo(201));
    assertThat(stop).succeedsWithin(20, TimeUnit.SECONDS);
  }

  /** Anything that Jetty can stop. */
  private static final class Server extends AbstractLifeCycle {}

  @Test
  void theGatewayIsNotReadyBeforeItTakesNoMore() throws Exception {
    Stopping stopping = new Stopping(Duration.ofDays(1));
    Server server = new Server();
    server.addEventListener(stopping);
    server.start();
    assertThat(stopping.execute().isHealthy()).isTrue();
    Thread stop =
        new Thread(
            () -> {
              try {
                server.stop();
              } catch (Exception failed) {
                throw new IllegalStateException(failed);
              }
            });

    stop.start();

    await().until(() -> !stopping.execute().isHealthy());
    assertThat(stopping.execute().getMessage()).contains("stopping");
    assertThat(server.isStopped()).isFalse();
    stop.interrupt();
    stop.join(TimeUnit.SECONDS.toMillis(20));
    assertThat(server.isStopped()).isTrue();
  }
}
