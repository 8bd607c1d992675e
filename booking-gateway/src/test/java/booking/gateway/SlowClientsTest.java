package booking.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import booking.schemas.RequestResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients that send or receive byte by byte, or not at all, and the places that they take. */
class SlowClientsTest {

  private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
  private static final Duration NOW_AND_THEN = Duration.ofMillis(50);
  private static final Duration A_WHILE = Duration.ofSeconds(2);
  private static final int PLACES = 3;
  private static final int TOO_LONG_TO_BUFFER = 20_000_000;

  /** Cuts whoever trickles, and would let the idle stay. */
  @RegisterExtension
  static final RunningApi STRICT =
      new RunningApi(
          Map.of(
              "GATEWAY_HEAD_WITHIN", "1s",
              "GATEWAY_TAKEN_WITHIN", "1s",
              "GATEWAY_IDLE_TIMEOUT", "60s"));

  /** Cuts whoever is idle. */
  @RegisterExtension
  static final RunningApi BUSY = new RunningApi(Map.of("GATEWAY_IDLE_TIMEOUT", "1s"));

  @RegisterExtension
  static final RunningApi SMALL =
      new RunningApi(
          Map.of("GATEWAY_CONNECTIONS", Integer.toString(PLACES), "GATEWAY_IDLE_TIMEOUT", "60s"));

  @RegisterExtension
  static final RunningApi NARROW =
      new RunningApi(
          Map.of(
              "GATEWAY_CONNECTIONS", "2",
              "GATEWAY_IDLE_TIMEOUT", "60s",
              "GATEWAY_TAKEN_WITHIN", "60s"));

  private static final String SLOT = "{\"timeslotId\":4821}";
  private static final String ROOMS = "GET /api/v1/bookings/rooms HTTP/1.1\r\nHost: x\r\n";

  /** The head of a wish to book, in a body of so many bytes. */
  private static String booking(int bytes) {
    return "POST /api/v1/bookings HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        + ("Authorization: Bearer " + Tokens.user(7))
        + ("\r\nContent-Length: " + bytes + "\r\n\r\n");
  }

  private static RequestResult refused(String requestId, int letters) {
    return Samples.result(requestId).setAccepted(false).setDetail("x".repeat(letters)).build();
  }

  /** An answer that no socket's buffers hold. */
  @BeforeAll
  static void manyRooms() {
    for (RunningApi api : new RunningApi[] {STRICT, BUSY}) {
      api.readModel.roomRows.addAll(
          Collections.nCopies(1000, SampleRows.room("x".repeat(TOO_LONG_TO_BUFFER / 1000))));
    }
  }

  private static Socket client(RunningApi api) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port());
    socket.setSoTimeout(1);
    return socket;
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** True when the server has ended the connection. */
  private static boolean isCut(Socket socket) {
    try {
      return socket.getInputStream().read(new byte[65_536]) < 0;
    } catch (SocketTimeoutException stillOpen) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  private static void awaitNowAndThen(Callable<Boolean> condition) {
    await().atMost(LONG_ENOUGH).pollInterval(NOW_AND_THEN).until(condition);
  }

  @Test
  void aHeadThatComesByteByByteIsCut() throws IOException {
    try (Socket loris = client(STRICT)) {
      say(loris, ROOMS + "X: ");

      awaitNowAndThen(
          () -> {
            try {
              say(loris, "x");
            } catch (SocketException cut) {
              return true;
            }
            return isCut(loris);
          });
    }
  }

  @Test
  void anAnswerThatIsTakenByteByByteIsCut() throws IOException {
    try (Socket slow = client(STRICT)) {
      say(slow, ROOMS + "\r\n");

      awaitNowAndThen(() -> isCut(slow));
    }
  }

  @Test
  void whoeverSaysNothingIsCut() throws IOException {
    try (Socket silent = client(BUSY)) {
      awaitNowAndThen(() -> isCut(silent));
    }
  }

  @Test
  void aBodyThatStopsComingIsCutAndIsNoFaultOfOurs() throws IOException {
    try (Socket stuck = client(BUSY)) {
      stuck.setSoTimeout((int) LONG_ENOUGH.toMillis());
      say(stuck, booking(100) + "{");

      assertThat(new String(stuck.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .doesNotContain("HTTP/1.1 5");
    }
  }

  @Test
  void whoeverNeverReadsTheAnswerIsCut() throws IOException {
    try (Socket deaf = client(BUSY)) {
      say(deaf, ROOMS + "\r\n");

      await().atMost(LONG_ENOUGH).until(() -> BUSY.connections() == 1);
      await().atMost(LONG_ENOUGH).until(() -> BUSY.connections() == 0);
      assertThat(leftIn(deaf)).isBetween(1L, 15_000_000L);
    }
  }

  @Test
  void aServerThatStopsLetsTheIdleGoAndTheOthersTakeTheirAnswers() throws Exception {
    RunningApi api = new RunningApi(Map.of());
    api.start();
    api.worker.decides(request -> refused(request, TOO_LONG_TO_BUFFER));
    try (Socket reader = answered(api);
        Socket idle = client(api)) {
      await().until(() -> api.connections() == 2);
      CompletableFuture<Void> stop = StoppingTest.stop(api);
      awaitNowAndThen(() -> isCut(idle));
      await().atMost(LONG_ENOUGH).during(A_WHILE).until(() -> api.connections() == 1);

      assertThat(leftIn(reader)).isGreaterThan(TOO_LONG_TO_BUFFER);
      assertThat(stop).succeedsWithin(LONG_ENOUGH);
    }
  }

  @Test
  void whoeverReadsTakesTheAnswerThoughAllPlacesAreTaken() throws IOException {
    NARROW.worker.decides(request -> refused(request, TOO_LONG_TO_BUFFER));
    try (Socket reader = answered(NARROW);
        Socket last = answered(NARROW)) {
      await().atMost(LONG_ENOUGH).during(A_WHILE).until(() -> NARROW.connections() == 2);

      for (Socket socket : List.of(reader, last)) {
        socket.shutdownOutput();
        assertThat(leftIn(socket)).isGreaterThan(TOO_LONG_TO_BUFFER);
      }
    }
  }

  /** A client whose answer has begun to arrive. */
  private static Socket answered(RunningApi api) throws IOException {
    Socket socket = client(api);
    say(socket, booking(SLOT.length()) + SLOT);
    socket.setSoTimeout((int) LONG_ENOUGH.toMillis());
    assertThat(socket.getInputStream().read()).isEqualTo('H');
    return socket;
  }

  /** How much of the answer is in the buffers between the server and us. */
  private static long leftIn(Socket socket) throws IOException {
    byte[] part = new byte[65_536];
    long left = 0;
    try {
      for (int got = 0; got >= 0; got = socket.getInputStream().read(part)) {
        left += got;
      }
    } catch (SocketException reset) {
      return left;
    }
    return left;
  }

  @Test
  void moreConnectionsThanPlacesWaitAndGetTheOnesThatNobodyUses() throws IOException {
    Socket[] holders = new Socket[PLACES];
    try {
      for (int n = 0; n < PLACES; n++) {
        int taken = n + 1;
        holders[n] = client(SMALL);
        await().atMost(LONG_ENOUGH).until(() -> SMALL.connections() == taken);
      }
      try (Socket next = client(SMALL)) {
        say(next, ROOMS + "Connection: close\r\n\r\n");
        next.setSoTimeout((int) LONG_ENOUGH.toMillis());

        assertThat(new String(next.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
            .startsWith("HTTP/1.1 200");
      }
      assertThat(holders).anyMatch(SlowClientsTest::isCut);
    } finally {
      for (Socket holder : holders) {
        holder.close();
      }
    }
  }
}
