package booking.local.bench.part;

import booking.local.bench.measure.Figure;
import booking.local.bench.measure.Goal;
import booking.local.bench.measure.Subject;
import booking.local.bench.measure.Turns;
import booking.local.bench.measure.Unit;
import booking.local.bench.stage.Backlog;
import booking.local.bench.stage.Crowd;
import booking.local.bench.stage.Stage;
import booking.schemas.Topics;
import java.util.List;
import java.util.stream.LongStream;

/** Whether a decision costs more in a large slot: the same number of requests, spread otherwise. */
final class Seats {

  private static final int REQUESTS = 20_000;
  private static final int GREAT_SEATS = 10_000;
  private static final int GREAT_SLOTS = 20;
  private static final int SMALL_SEATS = 10;
  private static final int SMALL_SLOTS = REQUESTS / SMALL_SEATS;

  private static final Subject SUBJECT =
      Subject.of(
              "growth, seats",
              Unit.PER_SECOND,
              "decide in slots of 10,000 seats, more than half full in the end",
              "decide in slots of 10 seats, until they are full")
          .toReach(Goal.ratio(80, 90));

  private Seats() {}

  /**
   * Measures in a house that has been open for a while.
   *
   * @param lastSlot that the house has
   */
  static Figure compare(Stage stage, int lastSlot, Turns turns) throws Exception {
    stage.catalogue().open(stage, GREAT_SLOTS, GREAT_SEATS);
    stage.catalogue().open(stage, SMALL_SLOTS * turns.all(), SMALL_SEATS);
    String topic = Topics.BOOKING_REQUESTS.name();
    Crowd crowd = stage.crowd();
    Backlog backlog = new Backlog(stage, Decide.GROUP, topic);
    return turns.compare(
        SUBJECT,
        round -> backlog.perSecond(crowd.wanting(over(lastSlot + 1L, GREAT_SLOTS), topic)),
        round ->
            backlog.perSecond(
                crowd.wanting(
                    over(lastSlot + GREAT_SLOTS + 1L + (long) round * SMALL_SLOTS, SMALL_SLOTS),
                    topic)));
  }

  /** A round's requests, one for each slot in turn. */
  private static List<Long> over(long first, int slots) {
    return LongStream.range(0, REQUESTS).mapToObj(i -> first + i % slots).toList();
  }
}
