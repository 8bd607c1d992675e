package booking.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import booking.gateway.RunningApi.Call;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Bodies that are larger than allowed, however they say so or do not. */
class BodyLimitTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  private static final int LIMIT = 32 * 1024;
  private static final long HUNDRED_MEGABYTES = 100_000_000;

  @Test
  void aBodyAtTheLimitIsRead() {
    API.worker.decides(Samples::booked);
    String body = "{\"timeslotId\":7}";

    assertThat(book(" ".repeat(LIMIT - body.length()) + body).statusCode()).isEqualTo(201);
    assertThat(book(" ".repeat(LIMIT - body.length() + 1) + body).statusCode()).isEqualTo(413);
  }

  @Test
  void aBodyOfTenMegabytesIsAnsweredNotCutOff() {
    HttpResponse<String> answer = book(" ".repeat(10 * 1024 * 1024));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("PAYLOAD_TOO_LARGE");
  }

  /** How much of an endless body the server takes before it ends the connection. */
  private static long takenOf(String head, byte[] piece) throws IOException {
    long sent = 0;
    try (Socket socket = new Socket("127.0.0.1", API.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      while (sent < HUNDRED_MEGABYTES) {
        out.write(piece);
        sent += piece.length;
      }
    } catch (SocketException cut) {
      return sent;
    }
    return sent;
  }

  @Test
  void aBodyOfAHundredMegabytesIsCutOff() throws IOException {
    byte[] piece = " ".repeat(65_536).getBytes(StandardCharsets.ISO_8859_1);

    assertThat(takenOf(head("Content-Length: " + HUNDRED_MEGABYTES), piece))
        .isLessThan(HUNDRED_MEGABYTES);
  }

  @Test
  void chunksWithoutEndAreCutOff() throws IOException {
    byte[] chunk =
        ("10000\r\n" + " ".repeat(65_536) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(takenOf(head("Transfer-Encoding: chunked"), chunk)).isLessThan(HUNDRED_MEGABYTES);
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      byte[] zeros = new byte[1 << 20];
      for (int megabyte = 0; megabyte < 30; megabyte++) {
        gzip.write(zeros);
      }
    }
    // Small enough to pass as a body: only what is in it is not.
    assertThat(packed.size()).isLessThan(LIMIT);
    String bomb = packed.toString(StandardCharsets.ISO_8859_1);
    String length = "Content-Length: " + packed.size();

    assertThat(raw(head(length + "\r\nContent-Encoding: gzip") + bomb)).startsWith("HTTP/1.1 415");
    assertThat(raw(head(length) + bomb)).startsWith("HTTP/1.1 400");
    assertThat(raw(head("Transfer-Encoding: gzip, chunked") + "0\r\n\r\n"))
        .startsWith("HTTP/1.1 400");
  }

  private static HttpResponse<String> book(String body) {
    return API.send(Call.of("POST", "/api/v1/bookings", body).as(Tokens.user(7)));
  }

  @Test
  void aBodyThatTellsNoLengthIsStoppedAtTheLimit() throws IOException {
    StringBuilder chunks = new StringBuilder();
    for (int n = 0; n < 100; n++) {
      chunks.append("400\r\n").append(" ".repeat(1024)).append("\r\n");
    }

    assertThat(raw(head("Transfer-Encoding: chunked") + chunks + "0\r\n\r\n"))
        .startsWith("HTTP/1.1 413")
        .contains("PAYLOAD_TOO_LARGE");
  }

  @Test
  void anAnswerGivenBeforeTheBodyWasReadEndsTheConnectionAndSaysSo() {
    Call unread = Call.of("POST", "/api/v1/bookings", "{\"timeslotId\":7}");
    API.worker.decides(Samples::booked);

    assertThat(API.send(unread).headers().firstValue("Connection")).hasValue("close");
    assertThat(API.send(unread.as(Tokens.user(7))).headers().firstValue("Connection")).isEmpty();
    assertThat(API.send(Call.get("/api/v1/bookings")).headers().firstValue("Connection")).isEmpty();
  }

  @Test
  void aBrokenChunkIsMalformed() throws IOException {
    assertThat(raw(head("Transfer-Encoding: chunked") + "2\r\n{}\r\nxyz\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json");
  }

  @Test
  void aHugeClaimedLengthIsRefusedWithoutWaitingForIt() throws IOException {
    assertThat(rawAndClosed(head("Content-Length: 9223372036854775807") + "{}"))
        .startsWith("HTTP/1.1 413");
  }

  @Test
  void aLengthThatIsNoneIsRefused() throws IOException {
    assertThat(raw(head("Content-Length: many") + "{}")).startsWith("HTTP/1.1 400");
    assertThat(raw(head("Content-Length: -1") + "{}")).startsWith("HTTP/1.1 400");
    assertThat(raw(head("Content-Length: 2\r\nContent-Length: 3") + "{}"))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json");
  }

  @Test
  void aBodyThatEndsBeforeItsLengthIsMalformed() throws IOException {
    assertThat(rawAndClosed(head("Content-Length: 100") + "{}")).contains("400");
  }

  @Test
  void aShortLengthCutsTheBodyAndWhatFollowsIsNoRequest() throws IOException {
    API.worker.decides(Samples::booked);

    assertThat(raw(head("Content-Length: 5") + "{\"timeslotId\":7}"))
        .startsWith("HTTP/1.1 400")
        .doesNotContain("201");
  }

  @Test
  void headersAreBoundedToo() throws IOException {
    assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(9000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 431")
        .contains("application/problem+json");
  }

  @Test
  void whatIsNotHttpIsAProblem() throws IOException {
    assertThat(raw("nonsense\r\n\r\n")).startsWith("HTTP/1.1 400");
    assertThat(raw("GET / HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400");
  }

  private static String head(String length) {
    return "POST /api/v1/bookings HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        + "Connection: close\r\nAuthorization: Bearer "
        + Tokens.user(7)
        + "\r\n"
        + length
        + "\r\n\r\n";
  }

  private static String raw(String request) throws IOException {
    return exchange(request, false);
  }

  /** The client has nothing more to say, and says so. */
  private static String rawAndClosed(String request) throws IOException {
    return exchange(request, true);
  }

  private static String exchange(String request, boolean close) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", API.port())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      if (close) {
        socket.shutdownOutput();
      }
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
