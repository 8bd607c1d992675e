package booking.local.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * A TCP port on loopback that was free a moment ago, and that this process has not named before.
 * Nothing reserves it, but no connection that goes out takes it either: the machine gives those
 * ports from 32,768 on (Linux, unless it is set otherwise) or 49,152 on (RFC 6335, section 6), and
 * these lie below; above those that our own programs have by default.
 */
public final class FreePort {

  static final int FIRST = 16_000;
  static final int AFTER_LAST = 32_768;

  private static final int TRIES = 10_000;

  // Processes that start together do not ask for the same ones.
  private static final Random RANDOM = new SecureRandom();
  // Of the process, as ports are of the machine: two callers that do not know each other start at
  // once.
  private static final Set<Integer> NAMED = ConcurrentHashMap.newKeySet();

  private FreePort() {}

  /**
   * Any.
   *
   * @throws IllegalStateException if none is found
   */
  public static int any() {
    return firstOf(RANDOM.ints(TRIES, FIRST, AFTER_LAST));
  }

  static int firstOf(IntStream ports) {
    return ports
        .filter(port -> isFree(port) && NAMED.add(port))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException("No port of loopback is free that was not named before"));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (BindException taken) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
