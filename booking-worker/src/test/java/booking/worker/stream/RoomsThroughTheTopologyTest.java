package booking.worker.stream;

import static org.assertj.core.api.Assertions.assertThat;

import booking.schemas.BookingSnapshot;
import booking.schemas.RefundTier;
import booking.schemas.RequestResult;
import booking.schemas.RoomSnapshot;
import booking.schemas.RoomType;
import booking.schemas.command.CreateRoom;
import booking.schemas.command.GenerateTimeslots;
import booking.schemas.command.UpdateRoom;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the stream adds to the catalogue's rules: the names in use, the house's say, old slots. */
class RoomsThroughTheTopologyTest {

  private static final LocalDate TODAY = LocalDate.ofInstant(Venue.MORNING, Venue.ZONE);
  private static final LocalDate DAY = LocalDate.of(2027, 3, 5);

  private final Venue venue = new Venue();

  @AfterEach
  void close() {
    venue.close();
  }

  private RequestResult update(UpdateRoom.Builder changes) {
    return venue.catalogue(changes.setRoomId(1).build());
  }

  private static CreateRoom.Builder room() {
    return CreateRoom.newBuilder()
        .setName("Blue room")
        .setRoomType(RoomType.OFFICE)
        .setHourlyRate(new BigDecimal("40.00"));
  }

  @Test
  void aRoomThatIsInactiveKeepsItsNameFromNobodyAndHasToFindAnother() {
    venue.room("Blue room", "40.00");
    update(UpdateRoom.newBuilder().setActive(false));
    assertThat(venue.room("Blue room", "40.00").getAccepted()).isTrue();
    assertThat(update(UpdateRoom.newBuilder().setActive(true)).getCode())
        .isEqualTo("ROOM_NAME_TAKEN");
    update(UpdateRoom.newBuilder().setCapacity(9));
    assertThat(venue.room("Blue room", "40.00").getCode()).isEqualTo("ROOM_NAME_TAKEN");
    assertThat(update(UpdateRoom.newBuilder().setActive(true).setName("Red room")).getAccepted())
        .isTrue();
    assertThat(venue.room("Red room", "40.00").getCode()).isEqualTo("ROOM_NAME_TAKEN");
  }

  @Test
  void aRoomMadeInactiveKeepsItsNameFromNobody() {
    venue.catalogue(room().setActive(false).build());
    assertThat(venue.room("Blue room", "40.00").getAccepted()).isTrue();
  }

  @Test
  void aRoomThatDoesNotSayIsWhereTheHouseIsAndPaidInItsCurrency() {
    RoomSnapshot silent = venue.catalogue(room().build()).getRoomAfter();
    assertThat(silent.getTimeZone()).isEqualTo("Europe/Berlin");
    assertThat(silent.getCurrency()).isEqualTo("EUR");
    RoomSnapshot says =
        venue
            .catalogue(room().setName("Tokyo").setTimeZone("Asia/Tokyo").setCurrency("JPY").build())
            .getRoomAfter();
    assertThat(says.getTimeZone()).isEqualTo("Asia/Tokyo");
    assertThat(says.getCurrency()).isEqualTo("JPY");
    venue.slots(2, DAY, 1);
    BookingSnapshot booked = venue.book(7, 1).getBookingAfter();
    assertThat(booked.getStartsAt()).isEqualTo("2027-03-05T00:00:00Z");
    assertThat(booked.getCurrency()).isEqualTo("JPY");
  }

  @Test
  void aRoomsOwnPolicyIsPromisedFromTheFirstBookingOn() {
    venue.catalogue(room().setRefundPolicy(List.of(new RefundTier(2, 30))).build());
    venue.slots(1, DAY, 1);
    assertThat(venue.book(7, 1).getBookingAfter().getRefundPolicy())
        .containsExactly(new RefundTier(2, 30));
    update(UpdateRoom.newBuilder().setCleared(List.of("refundPolicy")));
    assertThat(venue.book(7, 2).getBookingAfter().getRefundPolicy())
        .containsExactly(new RefundTier(24, 100), new RefundTier(6, 50));
  }

  @Test
  void aSlotThatRunsWhenItsRoomIsGivenUpStaysAsItIs() {
    venue.room("Blue room", "40.00");
    // It is nine o'clock, and slots begin at ten.
    venue.slots(1, TODAY, 1);
    venue.at(TODAY.atTime(11, 0).atZone(Venue.ZONE).toInstant());
    venue.events();
    update(UpdateRoom.newBuilder().setActive(false));
    assertThat(venue.events())
        .extracting(event -> event.getTimeslotId())
        .containsExactly(3L, 4L, 5L, 6L, 7L);
  }

  @Test
  void aSlotThatStillRunsIsNotOverlapped() {
    venue.room("Blue room", "40.00");
    LocalDate tomorrow = TODAY.plusDays(1);
    assertThat(generate(tomorrow, 1440).getGenerated().getCount()).isEqualTo(1);
    venue.at(tomorrow.atTime(12, 0).atZone(Venue.ZONE).toInstant());
    RequestResult more = generate(tomorrow, 60);
    assertThat(more.getGenerated().getCount()).isZero();
    assertThat(more.getGenerated().getSkipped()).isEqualTo(24);
    // What is forgotten of the past by the first is not missed by the second.
    assertThat(generate(tomorrow, 60).getGenerated().getCount()).isZero();
  }

  /** From nine o'clock to nine o'clock. */
  private RequestResult generate(LocalDate day, int minutes) {
    LocalTime nine = LocalTime.of(9, 0);
    return venue.catalogue(
        new GenerateTimeslots(1L, day, day.plusDays(1), minutes, nine, nine, 1, null));
  }
}
