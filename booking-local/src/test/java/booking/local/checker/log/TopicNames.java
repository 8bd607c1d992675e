package booking.local.checker.log;

import java.util.List;

/** The names of the topics, as the contract has them. */
public final class TopicNames {

  public static final String BOOKING_REQUESTS = "booking-requests";
  public static final String CATALOG_REQUESTS = "catalog-requests";
  public static final String BOOKING_RESULTS = "booking-results";
  public static final String BOOKING_EVENTS = "booking-events";
  public static final String CATALOG_EVENTS = "catalog-events";
  public static final String NOTIFICATIONS = "booking-notifications";
  public static final String PAYMENT_SUCCEEDED = "payment-succeeded";
  public static final String PAYMENT_FAILED = "payment-failed";
  public static final String REFUND_REQUESTED = "refund-requested";
  public static final String REFUND_SETTLED = "refund-settled";
  public static final String DEAD_LETTERS = "dead-letters";
  public static final String TICKS = "slot-ticks";
  public static final String SLOT_STORE = "booking-worker-slots-changelog";
  public static final String BOOKING_STORE = "booking-worker-bookings-changelog";

  /** What enters: each of these records is decided or put aside. */
  public static final List<String> INPUTS =
      List.of(
          BOOKING_REQUESTS, CATALOG_REQUESTS, PAYMENT_SUCCEEDED, PAYMENT_FAILED, REFUND_SETTLED);

  /** By which the worker's parts tell each other; what lies there is still to be decided. */
  public static final List<String> WITHIN =
      List.of("slot-commands", "payments-by-id", "slot-payments");

  /**
   * Those that are checked, in the order of reading: what was put aside, what came in, what became
   * of it, what was remembered. Whoever reads a topic has seen all that its records may refer to.
   */
  public static final List<String> IN_ORDER =
      List.of(
          DEAD_LETTERS,
          BOOKING_REQUESTS,
          CATALOG_REQUESTS,
          PAYMENT_SUCCEEDED,
          PAYMENT_FAILED,
          REFUND_SETTLED,
          CATALOG_EVENTS,
          BOOKING_EVENTS,
          BOOKING_RESULTS,
          NOTIFICATIONS,
          REFUND_REQUESTED,
          TICKS,
          SLOT_STORE,
          BOOKING_STORE);

  private TopicNames() {}
}
