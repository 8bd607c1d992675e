package booking.gateway.request;

import booking.gateway.readmodel.ReadModel;
import booking.gateway.request.Landmark.Generation;
import booking.gateway.request.Landmark.Room;
import booking.gateway.request.Landmark.Timeslot;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The versions in Postgres. */
public final class LandmarkTable implements Landmarks {

  private static final String VERSIONS =
      """
      SELECT 'timeslot' AS kind, id, version AS reached FROM timeslots WHERE id = ANY (:timeslots)
      UNION ALL
      SELECT 'room', id, version FROM rooms WHERE id = ANY (:rooms)
      UNION ALL
      SELECT 'generation', first,
             (SELECT count(*) FROM timeslots WHERE id BETWEEN first AND last)
      FROM unnest(:firsts, :lasts) AS generation (first, last)
      """;

  private final ReadModel readModel;

  public LandmarkTable(ReadModel readModel) {
    this.readModel = readModel;
  }

  @Override
  public Set<Landmark> reached(Collection<Landmark> wanted) {
    List<Long> timeslots = only(wanted, Timeslot.class).map(Timeslot::id).toList();
    List<Long> rooms = only(wanted, Room.class).map(Room::id).toList();
    List<Generation> generations = only(wanted, Generation.class).toList();
    Map<String, Long> reached =
        readModel.readForAll(
            handle ->
                handle
                    .createQuery(VERSIONS)
                    .bindArray("timeslots", Long.class, timeslots)
                    .bindArray("rooms", Long.class, rooms)
                    .bindArray("firsts", Long.class, ids(generations, Generation::firstId))
                    .bindArray("lasts", Long.class, ids(generations, Generation::lastId))
                    .map(
                        (row, context) ->
                            Map.entry(
                                row.getString("kind") + row.getLong("id"), row.getLong("reached")))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    return wanted.stream()
        .filter(landmark -> reached.getOrDefault(landmark.place(), -1L) >= landmark.least())
        .collect(Collectors.toSet());
  }

  private static <T> Stream<T> only(Collection<Landmark> wanted, Class<T> kind) {
    return wanted.stream().filter(kind::isInstance).map(kind::cast).distinct();
  }

  private static List<Long> ids(List<Generation> generations, Function<Generation, Long> id) {
    return generations.stream().map(id).toList();
  }
}
