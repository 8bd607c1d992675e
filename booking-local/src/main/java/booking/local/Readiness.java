package booking.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The moment from which a booking can be made: every program calls itself healthy, and the gateway
 * can read what the worker wrote.
 */
final class Readiness {

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private Readiness() {}

  static void await(List<RunningApplication> programs, String gatewayUrl, Duration patience)
      throws StartupFailure {
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    URI rooms = URI.create(gatewayUrl + "/api/v1/bookings/rooms");
    long from = System.nanoTime();
    List<String> troubles = troubles(programs, http, rooms);
    while (!troubles.isEmpty()) {
      if (System.nanoTime() - from > patience.toNanos()) {
        throw new StartupFailure(
            "Booking is not ready after %d s: %s. The log folder in the data folder says more."
                .formatted(patience.toSeconds(), String.join("; ", troubles)));
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      troubles = troubles(programs, http, rooms);
    }
  }

  private static List<String> troubles(
      List<RunningApplication> programs, HttpClient http, URI rooms) {
    List<String> unhealthy =
        programs.stream().map(RunningApplication::troubles).flatMap(List::stream).toList();
    return unhealthy.isEmpty() ? unreadable(http, rooms).toList() : unhealthy;
  }

  private static Stream<String> unreadable(HttpClient http, URI rooms) {
    try {
      HttpRequest request = HttpRequest.newBuilder(rooms).timeout(Duration.ofSeconds(5)).build();
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status == 200 ? Stream.empty() : Stream.of("gateway: rooms answered " + status);
    } catch (IOException unreachable) {
      return Stream.of("gateway: " + unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Stream.of("interrupted");
    }
  }
}
