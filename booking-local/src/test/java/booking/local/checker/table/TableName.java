package booking.local.checker.table;

import java.util.List;
import java.util.Locale;

/** The tables that the events fill, with their columns, the key's first. */
public enum TableName {
  ROOMS(
      1,
      "id version name description room_type capacity hourly_rate currency time_zone is_active"
          + " refund_policy metadata created_at updated_at"),
  TIMESLOTS(
      1,
      "id version room_id start_time end_time price currency max_bookings is_open held confirmed"
          + " created_at updated_at"),
  BOOKINGS(
      1,
      "id version user_id timeslot_id room_id status booking_type price currency payment_status"
          + " payment_id notes metadata hold_expires_at cancel_reason refund_amount created_at"
          + " updated_at cancelled_at"),
  PAYMENTS(1, "id booking_id amount currency outcome paid_at received_at"),
  REFUNDS(
      1,
      "id version payment_id booking_id amount currency reason status detail requested_at"
          + " settled_at"),
  REQUESTS(1, "id user_id status code timeslot_id booking_id room_id decided_at"),
  BOOKING_EVENTS(2, "timeslot_id version kind booking_id request_id user_id occurred_at");

  private final int keys;
  private final List<String> columns;

  TableName(int keys, String columns) {
    this.keys = keys;
    this.columns = List.of(columns.split(" "));
  }

  /** How many of the first columns make the key. */
  int keys() {
    return keys;
  }

  public List<String> columns() {
    return columns;
  }

  /** As SQL calls it. */
  public String sql() {
    return name().toLowerCase(Locale.ROOT);
  }
}
