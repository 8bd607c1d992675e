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

/**
 * Many kept connections to one server, a thread each, opened anew for each measurement: a server
 * cuts those on which nothing happens. Every call must be answered with 201.
 *
 * @param connections at once
 */
public record Clients(int port, int connections) {

  private static final int CREATED = 201;
  private static final long NO_PAUSE = 0;

  /** The calls, who makes the next one, and when each is due. */
  private record Work(List<byte[]> calls, AtomicInteger next, long from, long pause) {

    static Work of(List<byte[]> calls, long pause) {
      return new Work(calls, new AtomicInteger(), System.nanoTime(), pause);
    }

    /** How long each call took that this connection made. */
    List<Long> doneBy(Connection connection) throws IOException {
      List<Long> taken = new ArrayList<>();
      for (int i = next.getAndIncrement(); i < calls.size(); i = next.getAndIncrement()) {
        taken.add(call(connection, calls.get(i), from + i * pause));
      }
      return taken;
    }

    private long call(Connection connection, byte[] call, long due) throws IOException {
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      // Without a pace, each is due when its turn comes.
      long begun = pause == NO_PAUSE ? System.nanoTime() : due;
      int status = connection.call(call);
      if (status != CREATED) {
        throw new IOException("answered with " + status);
      }
      return System.nanoTime() - begun;
    }
  }

  /** The same over another number of connections. */
  public Clients over(int number) {
    return new Clients(port, number);
  }

  /** How many calls a second are answered when each connection always has one under way. */
  public long perSecond(List<byte[]> calls) throws Exception {
    try (Opened opened = open()) {
      long from = System.nanoTime();
      opened.run(Work.of(calls, NO_PAUSE));
      return Math.round(calls.size() * 1e9 / (System.nanoTime() - from));
    }
  }

  /**
   * How long calls take that come at a steady pace, whether or not those before were answered: from
   * when each should have been sent.
   */
  public Latencies latencies(List<byte[]> calls, long perSecond) throws Exception {
    try (Opened opened = open()) {
      return new Latencies(opened.run(Work.of(calls, TimeUnit.SECONDS.toNanos(1) / perSecond)));
    }
  }

  private Opened open() throws IOException {
    List<Connection> opened = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      opened.add(new Connection(port));
    }
    return new Opened(opened, Executors.newFixedThreadPool(connections));
  }

  /** The connections of one measurement. */
  private record Opened(List<Connection> connections, ExecutorService threads)
      implements AutoCloseable {

    List<Long> run(Work work) throws ExecutionException, InterruptedException {
      List<Future<List<Long>>> running =
          connections.stream()
              .map(connection -> threads.submit(() -> work.doneBy(connection)))
              .toList();
      List<Long> all = new ArrayList<>();
      for (Future<List<Long>> each : running) {
        all.addAll(each.get());
      }
      return all;
    }

    @Override
    public void close() throws IOException {
      threads.shutdownNow();
      for (Connection connection : connections) {
        connection.close();
      }
    }
  }
}
