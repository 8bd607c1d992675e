package booking.worker.readmodel;

import booking.schemas.CatalogEvent;
import booking.schemas.GeneratedTimeslots;
import booking.schemas.RefundTier;
import booking.schemas.RoomSnapshot;
import booking.schemas.RoomType;
import booking.schemas.Topics;
import booking.schemas.fact.RoomCreated;
import booking.schemas.fact.RoomUpdated;
import booking.schemas.fact.TimeslotsGenerated;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** The events of the catalogue as a worker would emit them. */
final class CatalogStory {

  private static final Wire WIRE = new Wire();
  private static final Instant BEGIN = Instant.parse("2027-02-01T08:00:00Z");

  private final List<CatalogEvent> events = new ArrayList<>();
  private final Map<Long, RoomSnapshot> rooms = new TreeMap<>();

  List<CatalogEvent> events() {
    return List.copyOf(events);
  }

  CatalogEvent last() {
    return events.get(events.size() - 1);
  }

  CatalogStory created(long roomId, String name) {
    RoomSnapshot room =
        RoomSnapshot.newBuilder()
            .setRoomId(roomId)
            .setVersion(nextVersion())
            .setName(name)
            .setDescription("A room")
            .setRoomType(RoomType.MEETING)
            .setCapacity(4)
            .setHourlyRate(new BigDecimal("80.00"))
            .setCurrency("EUR")
            .setTimeZone("Europe/Berlin")
            .setActive(true)
            .setRefundPolicy(List.of(new RefundTier(24, 100), new RefundTier(6, 50)))
            .setMetadata("{\"floor\":1}")
            .setCreatedAt(now())
            .setUpdatedAt(now())
            .build();
    return tell(new RoomCreated(), room);
  }

  CatalogStory renamed(long roomId, String name) {
    return tell(new RoomUpdated(), change(roomId).setName(name).build());
  }

  CatalogStory deactivated(long roomId) {
    return tell(new RoomUpdated(), change(roomId).setActive(false).build());
  }

  /** A room without all that a room may be without. */
  CatalogStory bared(long roomId) {
    return tell(
        new RoomUpdated(),
        change(roomId)
            .setDescription(null)
            .setHourlyRate(null)
            .setRefundPolicy(null)
            .setMetadata(null)
            .build());
  }

  CatalogStory generated(long roomId) {
    return tell(
        new TimeslotsGenerated(new GeneratedTimeslots(roomId, 1L, 16, 0)), rooms.get(roomId));
  }

  private CatalogStory tell(SpecificRecord fact, RoomSnapshot after) {
    rooms.put(after.getRoomId(), after);
    CatalogEvent event =
        CatalogEvent.newBuilder()
            .setEventId("catalog-" + nextVersion())
            .setVersion(nextVersion())
            .setOccurredAt(now())
            .setRequestId("catalog-request-" + nextVersion())
            .setRequestedBy(1)
            .setFact(fact)
            .setRoomAfter(after)
            .build();
    events.add(WIRE.sent(Topics.CATALOG_EVENTS, event));
    return this;
  }

  private RoomSnapshot.Builder change(long roomId) {
    return RoomSnapshot.newBuilder(rooms.get(roomId)).setVersion(nextVersion()).setUpdatedAt(now());
  }

  private long nextVersion() {
    return events.size() + 1;
  }

  private Instant now() {
    return BEGIN.plus(Duration.ofMinutes(nextVersion()));
  }
}
