package booking.schemas;

import static booking.schemas.Topic.Clock.BROKER;
import static booking.schemas.Topic.Clock.PRODUCER;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Every topic that two parties share, in one list. */
public final class Topics {

  private static final Optional<Duration> FOREVER = Optional.empty();

  /** Clients ask about a timeslot. Key: the timeslotId. */
  public static final Topic<BookingRequest> BOOKING_REQUESTS =
      new Topic<>("booking-requests", BookingRequest.class, false, BROKER, days(30));

  /** Admins ask about rooms and slots to be. Key: {@link #CATALOG_KEY}. */
  public static final Topic<CatalogRequest> CATALOG_REQUESTS =
      new Topic<>("catalog-requests", CatalogRequest.class, true, BROKER, days(30));

  /** Answers. Key: the requestId; partition: the one that the request named. */
  public static final Topic<RequestResult> BOOKING_RESULTS =
      new Topic<>("booking-results", RequestResult.class, false, PRODUCER, days(7));

  /** What happened in the timeslots. Key: the timeslotId. */
  public static final Topic<BookingEvent> BOOKING_EVENTS =
      new Topic<>("booking-events", BookingEvent.class, false, PRODUCER, FOREVER);

  /** What happened in the catalogue, in one order. Key: the roomId. */
  public static final Topic<CatalogEvent> CATALOG_EVENTS =
      new Topic<>("catalog-events", CatalogEvent.class, true, PRODUCER, FOREVER);

  /** What to tell customers. Key: the userId. */
  public static final Topic<BookingNotification> BOOKING_NOTIFICATIONS =
      new Topic<>("booking-notifications", BookingNotification.class, false, PRODUCER, days(30));

  /** Money that came. Key: the paymentId. */
  public static final Topic<PaymentSucceeded> PAYMENT_SUCCEEDED =
      new Topic<>("payment-succeeded", PaymentSucceeded.class, false, BROKER, FOREVER);

  /** Money that did not come. Key: the paymentId. */
  public static final Topic<PaymentFailed> PAYMENT_FAILED =
      new Topic<>("payment-failed", PaymentFailed.class, false, BROKER, FOREVER);

  /** Money to send back. Key: the paymentId. */
  public static final Topic<RefundRequested> REFUND_REQUESTED =
      new Topic<>("refund-requested", RefundRequested.class, false, PRODUCER, FOREVER);

  /** How sending it back ended. Key: the refundId. */
  public static final Topic<RefundSettled> REFUND_SETTLED =
      new Topic<>("refund-settled", RefundSettled.class, false, BROKER, FOREVER);

  /** The records that could not be used, as they came; not one type, so not in {@link #ALL}. */
  public static final String DEAD_LETTERS = "dead-letters";

  /** The key of every record on {@link #CATALOG_REQUESTS}. */
  public static final String CATALOG_KEY = "catalog";

  /** All topics that carry one type of record. */
  public static final List<Topic<?>> ALL =
      List.of(
          BOOKING_REQUESTS,
          CATALOG_REQUESTS,
          BOOKING_RESULTS,
          BOOKING_EVENTS,
          CATALOG_EVENTS,
          BOOKING_NOTIFICATIONS,
          PAYMENT_SUCCEEDED,
          PAYMENT_FAILED,
          REFUND_REQUESTED,
          REFUND_SETTLED);

  private Topics() {}

  private static Optional<Duration> days(int days) {
    return Optional.of(Duration.ofDays(days));
  }
}
