package booking.local.faults.client;

import booking.local.Answer;
import booking.local.Premises;
import booking.local.faults.cluster.Cluster;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Slots that cost nothing: who gets a seat has it for good, and nobody else when a hold ends. */
final class FreeSlots {

  private static final int QUARTERS_A_DAY = 96;

  private FreeSlots() {}

  /** One slot with so many seats. */
  static long one(Cluster cluster, int seats) {
    return some(cluster, 1, seats).get(0);
  }

  /** As many slots as asked for, in a new room, with so many seats each. */
  static List<Long> some(Cluster cluster, int count, int seats) {
    Guest admin = Guest.admin(cluster);
    long room = new Premises(admin.gateways().get(0)).room();
    int days = (count + QUARTERS_A_DAY - 1) / QUARTERS_A_DAY;
    Answer made =
        admin.insist(
            "POST",
            "/admin/timeslots/generate",
            """
            {"roomId":%d,"startDate":"%s","endDate":"%s","slotDuration":15,"price":0,
             "workingHours":{"start":"00:00","end":"00:00"},"maxBookings":%d}
            """
                .formatted(room, Premises.day(), Premises.day().plusDays(days), seats));
    if (made.status() != 201) {
      throw new AssertionError("No slots: " + made);
    }
    List<Long> slots = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      String path =
          "/bookings/rooms/%d/timeslots?date=%s".formatted(room, Premises.day().plusDays(day));
      for (JsonNode slot : admin.insist("GET", path, "").json()) {
        slots.add(slot.get("id").asLong());
      }
    }
    return slots.subList(0, count);
  }
}
