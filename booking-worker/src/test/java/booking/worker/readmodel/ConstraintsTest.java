package booking.worker.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import booking.schemas.BookingSnapshot;
import booking.schemas.BookingStatus;
import booking.schemas.CancelReason;
import booking.schemas.Payment;
import booking.schemas.PaymentStatus;
import booking.schemas.Refund;
import booking.schemas.RefundStatus;
import booking.schemas.RoomSnapshot;
import booking.schemas.RoomType;
import booking.schemas.TimeslotSnapshot;
import booking.worker.readmodel.Batch.Move;
import booking.worker.readmodel.Batch.ProjectedRecord;
import booking.worker.readmodel.Row.BookingRow;
import booking.worker.readmodel.Row.Fate;
import booking.worker.readmodel.Row.PaymentRow;
import booking.worker.readmodel.Row.RefundRow;
import booking.worker.readmodel.Row.RoomRow;
import booking.worker.readmodel.Row.TimeslotRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The second guard: each constraint fires, names the record, and leaves nothing half written. */
class ConstraintsTest {

  private static final BigDecimal MINUS_ONE = new BigDecimal("-1.00");
  private static TestDatabase database;

  /** Rows that a right worker never makes, and the constraint that each of them breaks. */
  private static final Map<String, List<Row>> WRONG =
      Map.ofEntries(
          Map.entry("rooms_room_type_check", room(room -> room.setRoomType(RoomType.UNKNOWN))),
          Map.entry("rooms_capacity_check", room(room -> room.setCapacity(0))),
          Map.entry("rooms_hourly_rate_check", room(room -> room.setHourlyRate(MINUS_ONE))),
          Map.entry("one_active_room_of_a_name", room(room -> room.setRoomId(2))),
          Map.entry("starts_before_it_ends", slot(slot -> slot.setEndsAt(slot.getStartsAt()))),
          Map.entry("timeslots_price_check", slot(slot -> slot.setPrice(MINUS_ONE))),
          Map.entry("timeslots_max_bookings_check", slot(slot -> slot.setMaxBookings(10_001))),
          Map.entry("timeslots_held_check", slot(slot -> slot.setHeld(-1))),
          Map.entry("timeslots_confirmed_check", slot(slot -> slot.setConfirmed(-1))),
          Map.entry("no_seat_sold_twice", slot(slot -> slot.setHeld(2).setConfirmed(2))),
          Map.entry("no_overlap_in_a_room", slot(slot -> slot.setTimeslotId(1009))),
          Map.entry("bookings_status_check", booking(it -> it.setStatus(BookingStatus.UNKNOWN))),
          Map.entry("bookings_price_check", booking(it -> it.setPrice(MINUS_ONE))),
          Map.entry(
              "bookings_payment_status_check",
              booking(it -> it.setPaymentStatus(PaymentStatus.UNKNOWN))),
          Map.entry(
              "bookings_cancel_reason_check",
              booking(it -> it.setCancelReason(CancelReason.UNKNOWN))),
          Map.entry(
              "no_more_refunded_than_paid",
              booking(it -> it.setRefundAmount(new BigDecimal("40.01")))),
          Map.entry("no_payment_spent_twice", booking(it -> it.setBookingId(100_100_002))),
          Map.entry("id_names_its_timeslot", booking(it -> it.setTimeslotId(1002))),
          Map.entry("payments_amount_check", List.of(payment("p2", BigDecimal.ZERO, Fate.KEPT))),
          Map.entry("payments_pkey", List.of(payment("p1", SlotStory.PRICE, Fate.RETURNED))),
          Map.entry("refunds_amount_check", refund(it -> it.setAmount(BigDecimal.ZERO))),
          Map.entry("refunds_status_check", refund(it -> it.setStatus(RefundStatus.UNKNOWN))),
          Map.entry("refunds_payment_id_key", refund(it -> it.setRefundId("r2"))));

  /** Those that no row can break, only a statement that nobody has written. */
  private static final Map<String, String> OUT_OF_REACH =
      Map.of(
          "payments_outcome_check", "UPDATE payments SET outcome = 'lost'",
          "requests_status_check", "UPDATE requests SET status = 'pending'",
          "a_code_says_why_not", "UPDATE requests SET code = 'TIMESLOT_FULL'",
          "projection_progress_next_offset_check",
              "UPDATE projection_progress SET next_offset = -1");

  @BeforeAll
  static void migrate() {
    database = TestDatabase.migrated(ConstraintsTest.class);
  }

  /** One right row of each table, at offsets 0 to 9. */
  @BeforeEach
  void fill() {
    database.clear();
    try (ReadModelWriter writer = database.writer()) {
      writer.begin(Map.of(Batches.EVENTS, 0L));
      List<Row> rows = new ArrayList<>();
      new SlotStory(1001)
          .created().held(1, 7).paid(1).events().stream()
              .map(BookingProjection::rows)
              .forEach(rows::addAll);
      rows.addAll(CatalogProjection.rows(new CatalogStory().created(1, "Blue").last()));
      rows.add(payment("p1", SlotStory.PRICE, Fate.KEPT));
      rows.addAll(refund(it -> it));
      writer.write(batch(0, List.of(rows)));
    }
  }

  static List<String> wrong() {
    return WRONG.keySet().stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void wrongRowIsRefusedAndNamedAndNothingIsWritten(String constraint) {
    Map<String, List<String>> before = database.dump();
    try (ReadModelWriter writer = database.writer()) {
      List<Row> right = BookingProjection.rows(new SlotStory(1005).created().last());
      Batch batch = batch(1, List.of(right, WRONG.get(constraint), right));

      Throwable refusal = catchThrowable(() -> writer.write(batch));

      assertThat(Reason.of(refusal)).contains('"' + constraint + '"');
      assertThat(PostgresTrouble.passes(refusal)).isFalse();
      assertThat(writer.refused(batch)).contains(RecordPlace.of(Batches.EVENTS, 2));
    }
    assertThat(database.dump()).isEqualTo(before);
  }

  @Test
  void everyConstraintIsBrokenHere() {
    List<String> constraints =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            """
                            SELECT conname FROM pg_constraint
                            WHERE connamespace = current_schema()::regnamespace
                              AND contype IN ('c', 'u', 'x')""")
                        .mapTo(String.class)
                        .list());
    List<String> broken = new ArrayList<>(WRONG.keySet());
    broken.addAll(OUT_OF_REACH.keySet());
    // One of the two is a key by which repeats are known, the other a primary key.
    broken.remove("payments_pkey");
    broken.add("one_fate_of_a_payment");
    constraints.remove("flyway_schema_history_pk");
    assertThat(constraints).containsExactlyInAnyOrderElementsOf(broken);
  }

  @Test
  void constraintsOutOfReachHoldToo() {
    OUT_OF_REACH.forEach(
        (constraint, sql) ->
            assertThat(catchThrowable(() -> database.execute(sql)))
                .hasStackTraceContaining(constraint));
  }

  @Test
  void batchThatPostgresTakesHasNoRefusedRecord() {
    Map<String, List<String>> before = database.dump();
    try (ReadModelWriter writer = database.writer()) {
      List<Row> right = BookingProjection.rows(new SlotStory(1005).created().last());
      assertThat(writer.refused(batch(1, List.of(right)))).isEmpty();
    }
    assertThat(database.dump()).isEqualTo(before);
  }

  private static Batch batch(long expected, List<List<Row>> records) {
    List<ProjectedRecord> read = new ArrayList<>();
    records.forEach(
        rows ->
            read.add(
                new ProjectedRecord(RecordPlace.of(Batches.EVENTS, expected + read.size()), rows)));
    return new Batch(read, Map.of(Batches.EVENTS, new Move(expected, expected + records.size())));
  }

  private static List<Row> room(UnaryOperator<RoomSnapshot.Builder> wrong) {
    RoomSnapshot room = new CatalogStory().created(1, "Blue").last().getRoomAfter();
    return List.of(new RoomRow(wrong.apply(RoomSnapshot.newBuilder(room).setVersion(9)).build()));
  }

  private static List<Row> slot(UnaryOperator<TimeslotSnapshot.Builder> wrong) {
    TimeslotSnapshot slot = new SlotStory(1001).created().last().getTimeslotAfter();
    return List.of(
        new TimeslotRow(wrong.apply(TimeslotSnapshot.newBuilder(slot).setVersion(9)).build()));
  }

  private static List<Row> booking(UnaryOperator<BookingSnapshot.Builder> wrong) {
    BookingSnapshot paid =
        new SlotStory(1001).created().held(1, 7).paid(1).last().getBookingAfter();
    return List.of(new BookingRow(wrong.apply(BookingSnapshot.newBuilder(paid)).build(), 9));
  }

  private static PaymentRow payment(String paymentId, BigDecimal amount, Fate fate) {
    return new PaymentRow(
        new Payment(paymentId, amount, "EUR", Instant.EPOCH), 100_100_001, fate, Instant.EPOCH);
  }

  private static List<Row> refund(UnaryOperator<Refund.Builder> wrong) {
    Refund.Builder refund =
        Refund.newBuilder()
            .setRefundId("r1")
            .setPaymentId("p1")
            .setBookingId(100_100_001)
            .setAmount(SlotStory.PRICE)
            .setCurrency("EUR")
            .setReason("venue")
            .setStatus(RefundStatus.REQUESTED)
            .setRequestedAt(Instant.EPOCH);
    return List.of(new RefundRow(wrong.apply(refund).build(), 9));
  }
}
