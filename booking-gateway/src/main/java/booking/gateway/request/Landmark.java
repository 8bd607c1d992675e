package booking.gateway.request;

import booking.schemas.GeneratedTimeslots;
import booking.schemas.RequestResult;
import java.util.Optional;

/** What the read model must show before a decision counts as readable. */
public sealed interface Landmark {

  /** Where to look: kind and id. */
  String place();

  /** What must be found there, at the least. */
  long least();

  /** The timeslot stands at this version or a later one. */
  record Timeslot(long id, long version) implements Landmark {

    @Override
    public String place() {
      return "timeslot" + id;
    }

    @Override
    public long least() {
      return version;
    }
  }

  /** The room stands at this version or a later one. */
  record Room(long id, long version) implements Landmark {

    @Override
    public String place() {
      return "room" + id;
    }

    @Override
    public long least() {
      return version;
    }
  }

  /** As many timeslots as were generated are there, from the first id on. */
  record Generation(long firstId, int count) implements Landmark {

    @Override
    public String place() {
      return "generation" + firstId;
    }

    @Override
    public long least() {
      return count;
    }

    long lastId() {
      return firstId + count - 1;
    }
  }

  /** Empty for a decision that left nothing to read. */
  static Optional<Landmark> of(RequestResult result) {
    if (!result.getAccepted() || result.getVersion() == null) {
      return Optional.empty();
    }
    long version = result.getVersion();
    if (result.getTimeslotId() != null) {
      return Optional.of(new Timeslot(result.getTimeslotId(), version));
    }
    if (result.getGenerated() != null) {
      return Optional.of(result.getGenerated())
          .filter(made -> made.getCount() > 0)
          .map(Landmark::generation);
    }
    return Optional.ofNullable(result.getRoomAfter())
        .map(room -> new Room(room.getRoomId(), version));
  }

  private static Landmark generation(GeneratedTimeslots made) {
    return new Generation(made.getFirstTimeslotId(), made.getCount());
  }
}
