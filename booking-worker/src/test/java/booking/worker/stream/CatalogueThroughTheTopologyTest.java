package booking.worker.stream;

import static org.assertj.core.api.Assertions.assertThat;

import booking.schemas.Actor;
import booking.schemas.BookingSnapshot;
import booking.schemas.CatalogEvent;
import booking.schemas.CatalogRequest;
import booking.schemas.NotificationKind;
import booking.schemas.RefundTier;
import booking.schemas.RequestResult;
import booking.schemas.Role;
import booking.schemas.Topics;
import booking.schemas.command.GenerateTimeslots;
import booking.schemas.command.UpdateRoom;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogueThroughTheTopologyTest {

  private static final LocalDate DAY = LocalDate.of(2027, 3, 5);

  private final Venue venue = new Venue();

  @AfterEach
  void close() {
    venue.close();
  }

  private static UpdateRoom.Builder update(long roomId) {
    return UpdateRoom.newBuilder().setRoomId(roomId);
  }

  @Test
  void roomsAndSlotsAreNumberedFromOneWithoutGaps() {
    assertThat(venue.room("Blue room", "40.00").getRoomAfter().getRoomId()).isEqualTo(1);
    assertThat(venue.room("Blue room", "40.00").getCode()).isEqualTo("ROOM_NAME_TAKEN");
    assertThat(venue.room("Red room", "40.00").getRoomAfter().getRoomId()).isEqualTo(2);
    RequestResult first = venue.slots(1, DAY, 1);
    assertThat(first.getGenerated().getFirstTimeslotId()).isEqualTo(1);
    RequestResult again = venue.slots(1, DAY, 1);
    assertThat(again.getGenerated().getCount()).isZero();
    assertThat(again.getGenerated().getSkipped()).isEqualTo(8);
    assertThat(venue.slots(2, DAY, 1).getGenerated().getFirstTimeslotId()).isEqualTo(9);
    assertThat(venue.catalogEvents())
        .extracting(CatalogEvent::getVersion)
        .containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void slotsOfTheDayBeforeStillCountAsNeighbours() {
    venue.room("Blue room", "40.00");
    venue.slots(1, DAY, 1);
    venue.slots(1, DAY.plusDays(1), 1);
    venue.after(java.time.Duration.ofDays(20));
    assertThat(venue.slots(1, DAY, 1).getGenerated().getSkipped()).isEqualTo(8);
  }

  @Test
  void aRepeatedRequestMakesNoSecondRoom() {
    RequestResult first = venue.room("Blue room", "40.00");
    CatalogRequest request =
        new CatalogRequest(
            first.getRequestId(), 5L, 0, new Actor(Venue.ADMIN, Role.ADMIN), update(1).build());
    venue.send(Topics.CATALOG_REQUESTS, Topics.CATALOG_KEY, request);
    assertThat(venue.results())
        .singleElement()
        .extracting(RequestResult::getCode)
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    UpdateRoom rename = update(1).setName("Green room").build();
    RequestResult renamed = venue.catalogue("same", rename);
    RequestResult again = venue.catalogue("same", rename);
    assertThat(again).isEqualTo(RequestResult.newBuilder(renamed).setRepeated(true).build());
  }

  @Test
  void onlyAdminsAsk() {
    venue.send(
        Topics.CATALOG_REQUESTS,
        Topics.CATALOG_KEY,
        new CatalogRequest("r1", 1L, 0, new Actor(7L, Role.USER), update(1).build()));
    assertThat(venue.results())
        .singleElement()
        .extracting(RequestResult::getCode)
        .isEqualTo("FORBIDDEN");
  }

  @Test
  void bookingsToComeHearOfANewNameAndPolicyThoseThatAreKeepTheirPromise() {
    venue.room("Blue room", "40.00");
    venue.slots(1, DAY, 2);
    BookingSnapshot before = venue.book(7, 1).getBookingAfter();
    venue.catalogue(
        update(1).setName("Green room").setRefundPolicy(List.of(new RefundTier(1, 10))).build());
    BookingSnapshot after = venue.book(8, 1).getBookingAfter();
    assertThat(before.getRefundPolicy()).hasSize(2);
    assertThat(after.getRefundPolicy()).containsExactly(new RefundTier(1, 10));
    assertThat(venue.notifications())
        .extracting(notification -> notification.getRoomName())
        .containsExactly("Blue room", "Green room");
    assertThat(venue.room("Blue room", "1.00").getAccepted()).isTrue();
  }

  @Test
  void aDeactivatedRoomClosesItsSlotsAndItsBookingsStand() {
    venue.room("Blue room", "40.00");
    venue.slots(1, DAY, 2);
    venue.book(7, 1);
    venue.notifications();
    venue.catalogue(update(1).setActive(false).build());
    assertThat(venue.book(8, 1).getCode()).isEqualTo("TIMESLOT_CLOSED");
    assertThat(venue.notifications()).isEmpty();
    assertThat(venue.slots(1, DAY.plusDays(1), 1).getCode()).isEqualTo("ROOM_INACTIVE");
  }

  @Test
  void aDeactivatedRoomCanTakeItsBookingsWithIt() {
    venue.room("Blue room", "40.00");
    venue.slots(1, DAY, 2);
    venue.pay("p1", venue.book(7, 1).getBookingAfter());
    venue.book(8, 1);
    venue.notifications();
    venue.catalogue(update(1).setActive(false).setCancelBookings(true).build());
    assertThat(venue.notifications())
        .extracting(notification -> notification.getKind())
        .containsExactly(NotificationKind.BOOKING_CANCELLED, NotificationKind.BOOKING_CANCELLED);
    assertThat(venue.refunds())
        .singleElement()
        .satisfies(refund -> assertThat(refund.getReason()).isEqualTo("venue"));
  }

  @Test
  void theBookingsOfARoomThatIsInactiveAlreadyCanStillBeCancelled() {
    venue.room("Blue room", "40.00");
    venue.slots(1, DAY, 2);
    venue.book(7, 1);
    venue.catalogue(update(1).setActive(false).build());
    venue.notifications();
    venue.catalogue(update(1).setActive(false).setCancelBookings(true).build());
    assertThat(venue.notifications())
        .singleElement()
        .satisfies(
            told -> assertThat(told.getKind()).isEqualTo(NotificationKind.BOOKING_CANCELLED));
  }

  @Test
  void aDateFarFromHereMakesNoSlots() {
    venue.room("Blue room", "40.00");
    venue.send(
        Topics.CATALOG_REQUESTS,
        Topics.CATALOG_KEY,
        new CatalogRequest(
            "r1",
            1L,
            0,
            new Actor(Venue.ADMIN, Role.ADMIN),
            new GenerateTimeslots(
                1L,
                LocalDate.of(300_000, 1, 1),
                LocalDate.of(300_000, 1, 2),
                60,
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                1,
                null)));
    assertThat(venue.deadLetters()).hasSize(1);
  }

  @Test
  void fieldsAreClearedWhenNamed() {
    venue.room("Blue room", "40.00");
    RequestResult cleared =
        venue.catalogue(update(1).setCleared(List.of("hourlyRate", "refundPolicy")).build());
    assertThat(cleared.getRoomAfter().getHourlyRate()).isNull();
    assertThat(venue.slots(1, DAY, 1).getCode()).isEqualTo("ROOM_NOT_PRICED");
  }
}
