package booking.worker.stream;

import booking.schemas.RoomSnapshot;
import booking.schemas.internal.RoomRecord;
import booking.worker.catalog.Room;
import booking.worker.catalog.RoomDetails;
import booking.worker.catalog.RoomDetails.Rate;
import booking.worker.catalog.RoomType;
import booking.worker.money.Money;
import java.time.ZoneId;
import java.util.Optional;

/** Rooms in and out of Avro. */
final class RoomTranslation {

  private RoomTranslation() {}

  static Room room(RoomRecord record) {
    RoomSnapshot snapshot = record.getSnapshot();
    Optional<Money> anHour =
        Optional.ofNullable(snapshot.getHourlyRate())
            .map(rate -> Money.of(rate, snapshot.getCurrency()));
    RoomDetails details =
        new RoomDetails(
            snapshot.getName(),
            Optional.ofNullable(snapshot.getDescription()).orElse(""),
            type(snapshot.getRoomType()),
            snapshot.getCapacity(),
            new Rate(anHour, snapshot.getCurrency()),
            ZoneId.of(snapshot.getTimeZone()),
            snapshot.getActive(),
            Optional.ofNullable(snapshot.getRefundPolicy()).map(Tiers::toPolicy),
            Optional.ofNullable(snapshot.getMetadata()).orElse(""));
    return new Room(
        snapshot.getRoomId(),
        snapshot.getVersion(),
        details,
        snapshot.getCreatedAt(),
        snapshot.getUpdatedAt());
  }

  static RoomSnapshot snapshot(Room room) {
    RoomDetails details = room.details();
    return RoomSnapshot.newBuilder()
        .setRoomId(room.roomId())
        .setVersion(room.version())
        .setName(details.name())
        .setDescription(details.description().isEmpty() ? null : details.description())
        .setRoomType(type(details.type()))
        .setCapacity(details.capacity())
        .setHourlyRate(details.rate().anHour().map(Money::toDecimal).orElse(null))
        .setCurrency(details.rate().currency())
        .setTimeZone(details.timeZone().getId())
        .setActive(details.active())
        .setRefundPolicy(details.refundPolicy().map(Tiers::toAvro).orElse(null))
        .setMetadata(details.metadata().isEmpty() ? null : details.metadata())
        .setCreatedAt(room.createdAt())
        .setUpdatedAt(room.updatedAt())
        .build();
  }

  static booking.schemas.RoomType type(RoomType type) {
    return switch (type) {
      case OFFICE -> booking.schemas.RoomType.OFFICE;
      case CONSULTATION -> booking.schemas.RoomType.CONSULTATION;
      case MEETING -> booking.schemas.RoomType.MEETING;
      case TREATMENT -> booking.schemas.RoomType.TREATMENT;
    };
  }

  /**
   * @throws UnusableException if it is unknown
   */
  static RoomType type(booking.schemas.RoomType type) {
    return switch (type) {
      case OFFICE -> RoomType.OFFICE;
      case CONSULTATION -> RoomType.CONSULTATION;
      case MEETING -> RoomType.MEETING;
      case TREATMENT -> RoomType.TREATMENT;
      case UNKNOWN -> throw new UnusableException("the roomType is unknown");
    };
  }
}
