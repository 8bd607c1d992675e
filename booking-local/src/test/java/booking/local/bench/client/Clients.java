package booking.local.bench.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Many kept connections to one server, a thread each; every call must be answered with 201. */
public final class Clients implements AutoCloseable {

  private static final int CREATED = 201;
  private static final long NO_PAUSE = 0;

  private final List<Connection> connections = new ArrayList<>();
  private final ExecutorService threads;

  public Clients(int port, int connections) throws IOException {
    for (int i = 0; i < connections; i++) {
      this.connections.add(new Connection(port));
    }
    this.threads = Executors.newFixedThreadPool(connections);
  }

  /** How many calls a second are answered when each connection always has one under way. */
  public long perSecond(List<byte[]> calls) throws ExecutionException, InterruptedException {
    long from = System.nanoTime();
    run(calls, NO_PAUSE);
    return Math.round(calls.size() * 1e9 / (System.nanoTime() - from));
  }

  /**
   * How long calls take that come at a steady pace, whether or not those before were answered: from
   * when each should have been sent.
   */
  public Latencies latencies(List<byte[]> calls, long perSecond)
      throws ExecutionException, InterruptedException {
    return new Latencies(run(calls, TimeUnit.SECONDS.toNanos(1) / perSecond));
  }

  private List<Long> run(List<byte[]> calls, long pause)
      throws ExecutionException, InterruptedException {
    AtomicInteger next = new AtomicInteger();
    long from = System.nanoTime();
    List<Future<List<Long>>> running = new ArrayList<>();
    for (Connection connection : connections) {
      running.add(
          threads.submit(
              () -> {
                List<Long> taken = new ArrayList<>();
                for (int i = next.getAndIncrement(); i < calls.size(); i = next.getAndIncrement()) {
                  taken.add(call(connection, calls.get(i), from + i * pause));
                }
                return taken;
              }));
    }
    List<Long> all = new ArrayList<>();
    for (Future<List<Long>> each : running) {
      all.addAll(each.get());
    }
    return all;
  }

  private static long call(Connection connection, byte[] call, long due) throws IOException {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    int status = connection.call(call);
    if (status != CREATED) {
      throw new IOException("answered with " + status);
    }
    return System.nanoTime() - due;
  }

  @Override
  public void close() throws IOException {
    threads.shutdownNow();
    for (Connection connection : connections) {
      connection.close();
    }
  }
}
