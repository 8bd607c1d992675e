package booking.worker.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booking.schemas.BookingEvent;
import booking.schemas.RefundStatus;
import booking.schemas.fact.BookingConfirmed;
import booking.worker.readmodel.Row.BookingRow;
import booking.worker.readmodel.Row.EventRow;
import booking.worker.readmodel.Row.PaymentRow;
import booking.worker.readmodel.Row.RefundRow;
import booking.worker.readmodel.Row.RequestRow;
import booking.worker.readmodel.Row.TimeslotRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.junit.jupiter.api.Test;

class BookingProjectionTest {

  private static final List<Class<? extends Row>> SLOT = List.of(EventRow.class, TimeslotRow.class);
  private static final List<Class<? extends Row>> BOOKING = with(SLOT, BookingRow.class);

  /** A new fact in the schema has no line here, and fails until somebody says what it leaves. */
  private static final Map<String, List<Class<? extends Row>>> LEFT_BY =
      Map.ofEntries(
          Map.entry("TimeslotCreated", SLOT),
          Map.entry("TimeslotChanged", SLOT),
          Map.entry("Other", SLOT),
          Map.entry("TimeslotClosed", with(SLOT, RequestRow.class)),
          Map.entry("TimeslotOpened", with(SLOT, RequestRow.class)),
          Map.entry("BookingHeld", with(BOOKING, RequestRow.class)),
          Map.entry("BookingConfirmed", with(BOOKING, PaymentRow.class)),
          Map.entry("BookingCancelled", with(with(BOOKING, RefundRow.class), RequestRow.class)),
          Map.entry("BookingCompleted", BOOKING),
          Map.entry("BookingNoShow", with(BOOKING, RequestRow.class)),
          Map.entry("PaymentRefunded", with(with(BOOKING, PaymentRow.class), RefundRow.class)),
          Map.entry("PaymentAttemptFailed", BOOKING),
          Map.entry("RefundClosed", with(BOOKING, RefundRow.class)));

  @Test
  void everyFactOfTheSchemaLeavesItsRows() {
    SlotStory story =
        new SlotStory(1001).created().changed().somethingElse().opened(false).opened(true);
    story.held(1, 7).paymentFailed(1).paid(1).completed(1).noShow(1);
    story.cancelledByUser(1).paymentSentBack(1, "late");
    story.refundClosed(1, "late", RefundStatus.SUCCEEDED);

    Map<String, List<Class<? extends Row>>> left = new TreeMap<>();
    story.events().forEach(event -> left.put(fact(event), types(event)));

    assertThat(left).containsExactlyInAnyOrderEntriesOf(LEFT_BY);
    assertThat(left).containsOnlyKeys(factsOfTheSchema());
  }

  @Test
  void expiredHoldLeavesNoRefundAndNoRequest() {
    BookingEvent expired = new SlotStory(1001).created().held(1, 7).expired(1).last();
    assertThat(types(expired)).isEqualTo(BOOKING);
  }

  @Test
  void freeBookingLeavesNoPayment() {
    BookingEvent held = new SlotStory(1001).created().held(1, 7).last();
    BookingEvent free =
        BookingEvent.newBuilder(held).setFact(new BookingConfirmed()).setRequestId(null).build();
    assertThat(types(free)).isEqualTo(BOOKING);
  }

  @Test
  void bookingHasTheVersionOfItsSlot() {
    BookingEvent paid = new SlotStory(1001).created().held(1, 7).paid(1).last();
    assertThat(BookingProjection.rows(paid))
        .filteredOn(BookingRow.class::isInstance)
        .extracting(row -> ((BookingRow) row).version())
        .containsExactly(3L);
  }

  @Test
  void requestOfNobodyIsAnError() {
    BookingEvent held = new SlotStory(1001).created().held(1, 7).last();
    BookingEvent nobodys = BookingEvent.newBuilder(held).setRequestedBy(null).build();
    assertThatThrownBy(() -> BookingProjection.rows(nobodys)).hasMessageContaining("requestedBy");
  }

  private static List<Class<? extends Row>> with(
      List<Class<? extends Row>> rows, Class<? extends Row> more) {
    List<Class<? extends Row>> all = new ArrayList<>(rows);
    all.add(more);
    return all;
  }

  private static List<Class<? extends Row>> types(BookingEvent event) {
    List<Class<? extends Row>> types = new ArrayList<>();
    BookingProjection.rows(event).forEach(row -> types.add(row.getClass()));
    return types;
  }

  private static String fact(BookingEvent event) {
    return ((GenericContainer) event.getFact()).getSchema().getName();
  }

  private static String[] factsOfTheSchema() {
    return BookingEvent.getClassSchema().getField("fact").schema().getTypes().stream()
        .map(Schema::getName)
        .toArray(String[]::new);
  }
}
