package booking.worker.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import booking.schemas.BookingEvent;
import booking.schemas.BookingSnapshot;
import booking.schemas.Payment;
import booking.schemas.RefundStatus;
import booking.schemas.RequestResult;
import booking.schemas.fact.BookingConfirmed;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every column of every table holds what the event said, in the words of the contract. */
class TablesTest {

  private static TestDatabase database;
  private ReadModelWriter writer;

  @BeforeAll
  static void migrate() {
    database = TestDatabase.migrated(TablesTest.class);
  }

  @BeforeEach
  void clear() {
    database.clear();
    writer = database.writer();
  }

  @AfterEach
  void close() {
    writer.close();
  }

  @Test
  void roomIsStoredWhole() {
    write(new CatalogStory().created(1, "Blue").events());
    assertThat(database.rows("rooms"))
        .containsExactly(
            """
            {"id":1,"version":1,"name":"Blue","description":"A room","room_type":"meeting",\
            "capacity":4,"hourly_rate":80.00,"currency":"EUR","time_zone":"Europe/Berlin",\
            "is_active":true,"refund_policy":[{"percent": 100, "hoursBefore": 24}, \
            {"percent": 50, "hoursBefore": 6}],"metadata":"{\\"floor\\":1}",\
            "created_at":"2027-02-01T08:01:00+00:00","updated_at":"2027-02-01T08:01:00+00:00"}""");
  }

  @Test
  void roomMayBeWithoutDescriptionRatePolicyAndMetadata() {
    write(new CatalogStory().created(1, "Blue").bared(1).deactivated(1).events());
    assertThat(database.rows("rooms"))
        .containsExactly(
            """
            {"id":1,"version":3,"name":"Blue","description":null,"room_type":"meeting",\
            "capacity":4,"hourly_rate":null,"currency":"EUR","time_zone":"Europe/Berlin",\
            "is_active":false,"refund_policy":null,"metadata":null,\
            "created_at":"2027-02-01T08:01:00+00:00","updated_at":"2027-02-01T08:03:00+00:00"}""");
  }

  @Test
  void timeslotIsStoredWhole() {
    write(new SlotStory(1001).created().held(1, 7).held(2, 8).paid(1).opened(false).events());
    assertThat(database.rows("timeslots"))
        .containsExactly(
            """
            {"id":1001,"version":5,"room_id":1,"start_time":"2029-12-27T10:00:00+00:00",\
            "end_time":"2029-12-27T10:30:00+00:00","price":40.00,"currency":"EUR",\
            "max_bookings":3,"is_open":false,"held":1,"confirmed":1,\
            "created_at":"2027-03-01T08:00:00+00:00","updated_at":"2027-03-01T08:05:00+00:00"}""");
  }

  @Test
  void heldBookingIsStoredWhole() {
    write(new SlotStory(1001).created().held(1, 7).events());
    assertThat(database.rows("bookings"))
        .containsExactly(
            """
            {"id":100100001,"version":2,"user_id":7,"timeslot_id":1001,"room_id":1,\
            "status":"pending","booking_type":"visit","price":40.00,"currency":"EUR",\
            "payment_status":"pending","payment_id":null,"notes":"by the window",\
            "metadata":"{\\"guests\\":2}","hold_expires_at":"2027-03-01T08:17:00+00:00",\
            "cancel_reason":null,"refund_amount":null,"created_at":"2027-03-01T08:02:00+00:00",\
            "updated_at":"2027-03-01T08:02:00+00:00","cancelled_at":null}""");
  }

  @Test
  void cancelledBookingIsStoredWithItsPaymentAndItsRefund() {
    write(new SlotStory(1001).created().held(1, 7).paid(1).cancelledByUser(1).events());
    assertThat(database.rows("bookings"))
        .containsExactly(
            """
            {"id":100100001,"version":4,"user_id":7,"timeslot_id":1001,"room_id":1,\
            "status":"cancelled","booking_type":"visit","price":40.00,"currency":"EUR",\
            "payment_status":"refunded","payment_id":"p-100100001","notes":"by the window",\
            "metadata":"{\\"guests\\":2}","hold_expires_at":null,"cancel_reason":"user",\
            "refund_amount":20.00,"created_at":"2027-03-01T08:02:00+00:00",\
            "updated_at":"2027-03-01T08:04:00+00:00","cancelled_at":"2027-03-01T08:04:00+00:00"}""");
    assertThat(database.rows("payments"))
        .containsExactly(
            """
            {"id":"p-100100001","booking_id":100100001,"amount":40.00,"currency":"EUR",\
            "outcome":"kept","paid_at":"2027-03-01T08:02:59+00:00",\
            "received_at":"2027-03-01T08:03:00+00:00"}""");
    assertThat(database.rows("refunds"))
        .containsExactly(
            """
            {"id":"r-p-100100001","version":4,"payment_id":"p-100100001","booking_id":100100001,\
            "amount":20.00,"currency":"EUR","reason":"user","status":"requested","detail":null,\
            "requested_at":"2027-03-01T08:04:00+00:00","settled_at":null}""");
  }

  @Test
  void settledRefundSaysHowItEnded() {
    SlotStory story = new SlotStory(1001).created().held(1, 7).paid(1).cancelledByUser(1);
    write(story.refundClosed(1, "p-100100001", RefundStatus.FAILED).events());
    assertThat(database.rows("refunds"))
        .singleElement()
        .asString()
        .contains("\"version\":5", "\"status\":\"failed\"", "\"detail\":\"said the bank\"")
        .contains("\"settled_at\":\"2027-03-01T08:05:00+00:00\"");
  }

  @Test
  void paymentSentBackIsReturnedAndRefunded() {
    write(new SlotStory(1001).created().held(1, 7).expired(1).paymentSentBack(1, "late").events());
    assertThat(database.rows("payments"))
        .singleElement()
        .asString()
        .contains("\"id\":\"late\"", "\"outcome\":\"returned\"");
    assertThat(database.rows("refunds"))
        .singleElement()
        .asString()
        .contains("\"payment_id\":\"late\"", "\"reason\":\"late_payment\"");
  }

  @Test
  void everyEventHasItsLineInTheAuditTrail() {
    write(new SlotStory(1001).created().held(1, 7).expired(1).events());
    assertThat(database.rows("booking_events"))
        .containsExactly(
            """
            {"timeslot_id":1001,"version":1,"kind":"timeslot_created","booking_id":null,\
            "request_id":null,"user_id":null,"occurred_at":"2027-03-01T08:01:00+00:00"}""",
            """
            {"timeslot_id":1001,"version":2,"kind":"booking_held","booking_id":100100001,\
            "request_id":"book-100100001","user_id":7,"occurred_at":"2027-03-01T08:02:00+00:00"}""",
            """
            {"timeslot_id":1001,"version":3,"kind":"booking_cancelled","booking_id":100100001,\
            "request_id":null,"user_id":null,"occurred_at":"2027-03-01T08:03:00+00:00"}""");
  }

  @Test
  void requestsAreAcceptedByEventsAndRejectedByResults() {
    Batches batches = new Batches(writer);
    batches.write(new SlotStory(1001).created().held(1, 7).events());
    batches.write(new CatalogStory().created(1, "Blue").events());
    batches.write(List.of(refusal()));
    assertThat(database.rows("requests"))
        .containsExactly(
            """
            {"id":"book-100100001","user_id":7,"status":"accepted","code":null,\
            "timeslot_id":1001,"booking_id":100100001,"room_id":null,\
            "decided_at":"2027-03-01T08:02:00+00:00"}""",
            """
            {"id":"catalog-request-1","user_id":1,"status":"accepted","code":null,\
            "timeslot_id":null,"booking_id":null,"room_id":1,\
            "decided_at":"2027-02-01T08:01:00+00:00"}""",
            """
            {"id":"too-late","user_id":8,"status":"rejected","code":"TIMESLOT_FULL",\
            "timeslot_id":1001,"booking_id":null,"room_id":null,\
            "decided_at":"2027-03-01T09:00:00+00:00"}""");
  }

  @Test
  void whatOthersWroteIsStoredInAFormThatPostgresTakes() {
    BookingEvent held = new SlotStory(1001).created().held(1, 7).last();
    BookingSnapshot odd =
        BookingSnapshot.newBuilder(held.getBookingAfter())
            .setNotes("a\0b")
            .setMetadata("{not json")
            .build();
    Payment paid = new Payment("p", SlotStory.PRICE, "EUR", Instant.ofEpochMilli(Long.MAX_VALUE));
    Payment early = new Payment("q", SlotStory.PRICE, "EUR", Instant.ofEpochMilli(Long.MIN_VALUE));
    write(
        List.of(
            BookingEvent.newBuilder(held)
                .setBookingAfter(odd)
                .setFact(new BookingConfirmed(paid))
                .build(),
            BookingEvent.newBuilder(held).setFact(new BookingConfirmed(early)).build()));
    assertThat(database.rows("bookings"))
        .singleElement()
        .asString()
        .contains("a\uFFFDb", "{not json");
    assertThat(database.rows("payments"))
        .satisfiesExactly(
            row -> assertThat(row).contains("\"paid_at\":\"9999-12-31T23:59:59.999+00:00\""),
            row -> assertThat(row).contains("\"paid_at\":\"0001-01-01T00:00:00+00:00\""));
  }

  private void write(List<? extends SpecificRecord> records) {
    new Batches(writer).write(records);
  }

  private static RequestResult refusal() {
    return RequestResult.newBuilder()
        .setRequestId("too-late")
        .setRepeated(false)
        .setUserId(8)
        .setDecidedAt(Instant.parse("2027-03-01T09:00:00Z"))
        .setAccepted(false)
        .setCode("TIMESLOT_FULL")
        .setDetail("Timeslot is not available")
        .setTimeslotId(1001L)
        .build();
  }
}
