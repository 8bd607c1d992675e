package booking.local.bench.baseline;

import booking.local.bench.stage.Crowd;
import booking.local.bench.stage.Stage;
import booking.schemas.command.Book;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** As many threads as the pool has connections, that book one wish after the other. */
public final class PlainCrew implements AutoCloseable {

  private static final Book BOOK =
      Book.newBuilder()
          .setBookingType("meeting")
          .setNotes("A projector and water for eight, please.")
          .build();

  private final HikariDataSource pool;
  private final PlainBookings bookings;
  private final ExecutorService threads = Executors.newFixedThreadPool(PlainPool.CONNECTIONS);
  private long lastUser = Crowd.FIRST_USER;

  private PlainCrew(HikariDataSource pool) {
    this.pool = pool;
    this.bookings = new PlainBookings(pool);
  }

  public static PlainCrew of(Stage stage) {
    return new PlainCrew(
        PlainPool.open(
            stage.cluster().jdbcUrl(), "postgres", stage.cluster().logins().superuser()));
  }

  /** How many bookings a second it makes of these slots, each for a new customer. */
  public long perSecond(List<Long> slots) throws ExecutionException, InterruptedException {
    List<PlainBookings.Wish> wishes =
        slots.stream().map(slot -> new PlainBookings.Wish(slot, ++lastUser, BOOK)).toList();
    AtomicInteger next = new AtomicInteger();
    long from = System.nanoTime();
    List<Future<?>> working = new ArrayList<>();
    for (int i = 0; i < PlainPool.CONNECTIONS; i++) {
      working.add(threads.submit(() -> work(wishes, next)));
    }
    for (Future<?> each : working) {
      each.get();
    }
    return Math.round(slots.size() * 1e9 / (System.nanoTime() - from));
  }

  private void work(List<PlainBookings.Wish> wishes, AtomicInteger next) {
    for (int i = next.getAndIncrement(); i < wishes.size(); i = next.getAndIncrement()) {
      bookings.book(wishes.get(i), Clock.systemUTC().instant());
    }
  }

  @Override
  public void close() {
    threads.shutdown();
    pool.close();
  }
}
