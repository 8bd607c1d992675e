package booking.worker.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What a decision of the catalogue sees.
 *
 * @param counters the last numbers given
 * @param room the one that the command is about, if there is one
 * @param nameHolder the active room that has the name the command wants, if any
 * @param planned the room's slots that could overlap the new ones, by start
 */
public record CatalogView(
    Counters counters, Optional<Room> room, Optional<Long> nameHolder, List<Interval> planned) {

  /** The last numbers that the catalogue gave, each 0 before the first. */
  public record Counters(long version, long roomId, long timeslotId) {}

  public CatalogView {
    planned = List.copyOf(planned);
  }
}
