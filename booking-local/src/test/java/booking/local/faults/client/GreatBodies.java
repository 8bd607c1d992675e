package booking.local.faults.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import booking.local.Http;
import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.cluster.Server;
import booking.local.faults.watch.Footprint;
import booking.local.faults.watch.Stopwatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** E1: bodies up to 100 MB, that lie of their length, do not end, or unpack to far more. */
final class GreatBodies {

  private static final long USER = 24_000_000;
  private static final int ROUNDS = 5;
  private static final long HUNDRED_MEGABYTES = 100_000_000;
  private static final int PIECE = 65_536;
  private static final int PATIENCE_MILLIS = 20_000;
  private static final long GROWTH_GOAL_MEBIBYTES = 32;
  private static final long KIB_IN_A_MIB = 1024;

  private GreatBodies() {}

  static Strike strike(Scene scene) throws IOException {
    Server gateway = scene.cluster().gateways().get(0);
    Http client = scene.cluster().clients().get(0);
    String head = head(client, scene.cluster().bearer(USER, false));
    byte[] spaces = new byte[PIECE];
    Arrays.fill(spaces, (byte) ' ');
    byte[] chunk = concat("10000\r\n".getBytes(ISO_8859_1), spaces, "\r\n".getBytes(ISO_8859_1));
    byte[] bomb = bomb();
    Footprint before = Footprint.of(gateway.process());
    Stopwatch watch = new Stopwatch();
    for (int round = 0; round < ROUNDS; round++) {
      send(client, head + "Content-Length: " + HUNDRED_MEGABYTES + "\r\n\r\n", spaces);
      send(client, head + "Content-Length: " + Long.MAX_VALUE + "\r\n\r\n", spaces);
      send(client, head + "Transfer-Encoding: chunked\r\n\r\n", chunk);
      send(client, head + "Content-Encoding: gzip\r\nContent-Length: 100000000\r\n\r\n", bomb);
    }
    long grown = (Footprint.of(gateway.process()).resident() - before.resident()) / KIB_IN_A_MIB;
    boolean alive = gateway.isAlive();
    return Strike.plain()
        .with(
            "%d bodies in %s s, gateway %+d MiB (goal %d)"
                .formatted(4 * ROUNDS, watch, grown, GROWTH_GOAL_MEBIBYTES))
        .mustHold(alive, "the gateway ended");
  }

  /** Sends the piece again and again until the server has had enough. */
  private static void send(Http client, String head, byte[] piece) {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), URI.create(client.base()).getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(ISO_8859_1));
      for (long sent = 0; sent < HUNDRED_MEGABYTES; sent += piece.length) {
        out.write(piece);
      }
      throw new AssertionError("All of a body of 100 MB was taken: " + head);
    } catch (IOException cut) {
      // As it should be.
    }
  }

  private static String head(Http client, String bearer) {
    return "POST "
        + URI.create(client.base()).getPath()
        + "/bookings HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: "
        + bearer
        + "\r\n";
  }

  /** Ten megabytes of zeros, as small as they can be packed. */
  private static byte[] bomb() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[10_000_000]);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    List.of(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }
}
