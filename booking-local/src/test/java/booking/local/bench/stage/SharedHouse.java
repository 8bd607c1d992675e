package booking.local.bench.stage;

import booking.local.bench.baseline.PlainBookings;
import booking.local.faults.cluster.Server;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A system with many slots, some of them great, all known to the read model, and beside it the
 * tables of an application that needs neither Kafka nor worker, with the same slots.
 *
 * @param hotSlots that each part finds, one a round
 */
public record SharedHouse(Stage stage, int hotSlots) implements AutoCloseable {

  /** Slots that requests are spread over, from 1 on. */
  public static final int SLOTS = 100_000;

  private static final int SEATS = 100;
  private static final int HOT_SEATS = 10_000;

  // A few thousand customers play a town, so each may do what a hundred would.
  private static final Map<String, String> LOOSER =
      Map.of(
          "USER_REQUESTS_PER_SECOND",
          "100000",
          "USER_REQUEST_BURST",
          "100000",
          "USER_HOLDS",
          "100000");

  /** A part that wants a slot of its own in each round, with a seat for everybody. */
  public enum Rush {
    OVER_HTTP,
    FROM_A_BACKLOG
  }

  static SharedHouse in(Path folder, int hotSlots) throws Exception {
    Map<String, String> environment = new HashMap<>(Stage.LONG_HOLDS);
    environment.putAll(LOOSER);
    Stage stage = Stage.in(folder, 1, environment);
    stage.catalogue().open(stage, SLOTS, SEATS);
    stage.catalogue().open(stage, hotSlots * Rush.values().length, HOT_SEATS);
    try (Tables tables = Tables.of(stage)) {
      tables.awaitFollowed();
      for (String sql : PlainBookings.TABLES) {
        tables.execute(sql);
      }
    }
    return new SharedHouse(stage, hotSlots);
  }

  /** The round's own slot, counted from 0. */
  public long hotSlot(Rush rush, int round) {
    if (round >= hotSlots) {
      throw new IllegalArgumentException("a round more than was said: " + round);
    }
    return SLOTS + 1L + (long) rush.ordinal() * hotSlots + round;
  }

  /** The same without its gateway, which would disturb whoever does not need it. */
  public Stage withoutGateway() {
    stage.cluster().gateways().forEach(Server::stop);
    return stage;
  }

  @Override
  public void close() {
    stage.close();
  }
}
