package booking.local.sandbox;

import booking.schemas.BookingNotification;
import booking.schemas.RefundRequested;
import booking.schemas.RefundSettled;
import org.apache.avro.specific.SpecificRecord;

/** All that the sandbox has seen pass by and shows again. */
record Observations(Notifications notifications, Refunds refunds) {

  void take(SpecificRecord seen) {
    if (seen instanceof BookingNotification notification) {
      notifications.take(notification);
    } else if (seen instanceof RefundRequested request) {
      refunds.take(request);
    } else if (seen instanceof RefundSettled settlement) {
      refunds.take(settlement);
    } else {
      throw new IllegalArgumentException("Nobody follows " + seen.getClass());
    }
  }
}
