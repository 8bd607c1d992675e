package booking.local.faults.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * A wire to a server on this machine, which can be cut, or carry nothing that the server says.
 * Threads carry the bytes, two for each connection. Safe for use by many threads.
 */
public final class Wire implements AutoCloseable {

  private static final int BUFFER = 16 * 1024;

  private final ServerSocket door;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;
  private boolean closed;
  private volatile CountDownLatch hush = new CountDownLatch(0);

  private Wire(ServerSocket door, int target) {
    this.door = door;
    this.target = target;
  }

  /** A whole wire to this port. */
  static Wire to(int target) {
    try {
      Wire wire = new Wire(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), target);
      carry("wire", wire::connect);
      return wire;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Its near end. */
  int port() {
    return door.getLocalPort();
  }

  /** Breaks every connection (RST), and every new one at once, until {@link #heal}. */
  public synchronized void cut() {
    cut = true;
    sockets.forEach(Wire::reset);
  }

  /**
   * Holds back what the server says until {@link #heal}, while it still hears everything: a black
   * hole of one way. As with TCP, nothing of it is lost in the end.
   */
  public void hush() {
    hush = new CountDownLatch(1);
  }

  /** Makes it whole again. */
  public synchronized void heal() {
    cut = false;
    hush.countDown();
  }

  @Override
  public synchronized void close() {
    heal();
    closed = true;
    try {
      door.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    sockets.forEach(Wire::reset);
  }

  private void connect() throws IOException {
    while (true) {
      Socket near = door.accept();
      try {
        join(near);
      } catch (IOException nobodyThere) {
        reset(near);
      }
    }
  }

  private void join(Socket near) throws IOException {
    if (cut) {
      reset(near);
      return;
    }
    Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
    // As Kafka's own sockets: small answers are not kept waiting for larger ones.
    near.setTcpNoDelay(true);
    far.setTcpNoDelay(true);
    if (!carries(near, far)) {
      reset(near);
      reset(far);
      return;
    }
    carry("wire-there", () -> pump(near, far, false));
    carry("wire-back", () -> pump(far, near, true));
  }

  /** Takes a connection among those that a cut breaks; false if there was one before it. */
  private synchronized boolean carries(Socket near, Socket far) {
    if (cut || closed) {
      return false;
    }
    sockets.add(near);
    sockets.add(far);
    return true;
  }

  private void pump(Socket from, Socket to, boolean hushed) throws IOException {
    byte[] buffer = new byte[BUFFER];
    try {
      int read = from.getInputStream().read(buffer);
      while (read >= 0) {
        if (hushed) {
          hush.await();
        }
        to.getOutputStream().write(buffer, 0, read);
        read = from.getInputStream().read(buffer);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      end(from);
      end(to);
    }
  }

  private void end(Socket socket) throws IOException {
    sockets.remove(socket);
    if (cut) {
      reset(socket);
    } else {
      socket.close();
    }
  }

  /** Closes it so that the other side sees an error and not an end. */
  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException closed) {
      // It is gone either way.
    }
  }

  /** What a thread does until a socket is closed. */
  private interface Carrying {

    void run() throws IOException;
  }

  private static void carry(String name, Carrying carrying) {
    Thread thread =
        new Thread(
            () -> {
              try {
                carrying.run();
              } catch (IOException closed) {
                // By one of the two sides, or by cut().
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }
}
