package booking.worker.readmodel;

import static java.util.stream.Collectors.joining;

import booking.schemas.RefundTier;
import booking.schemas.RoomSnapshot;
import booking.worker.readmodel.Row.RoomRow;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of rooms, each as its last event left it. */
final class RoomTable {

  static final Table<RoomRow> TABLE =
      new Table<>("rooms", RoomRow.class, Repeat.newestStays(), columns());

  private RoomTable() {}

  private static List<Column<RoomRow>> columns() {
    return List.of(
        Column.id("id", row -> row.room().getRoomId()),
        Column.id("version", RoomRow::version),
        Column.text("name", row -> row.room().getName()),
        Column.text("description", row -> row.room().getDescription()),
        Column.word("room_type", row -> row.room().getRoomType()),
        Column.count("capacity", row -> row.room().getCapacity()),
        Column.money("hourly_rate", row -> row.room().getHourlyRate()),
        Column.text("currency", row -> row.room().getCurrency()),
        Column.text("time_zone", row -> row.room().getTimeZone()),
        Column.flag("is_active", row -> row.room().getActive()),
        Column.json("refund_policy", row -> refundPolicy(row.room())),
        Column.text("metadata", row -> row.room().getMetadata()),
        Column.time("created_at", row -> row.room().getCreatedAt()),
        Column.time("updated_at", row -> row.room().getUpdatedAt()));
  }

  private static @Nullable String refundPolicy(RoomSnapshot room) {
    return Optional.ofNullable(room.getRefundPolicy())
        .map(tiers -> tiers.stream().map(RoomTable::tier).collect(joining(",", "[", "]")))
        .orElse(null);
  }

  private static String tier(RefundTier tier) {
    return "{\"hoursBefore\":" + tier.getHoursBefore() + ",\"percent\":" + tier.getPercent() + "}";
  }
}
