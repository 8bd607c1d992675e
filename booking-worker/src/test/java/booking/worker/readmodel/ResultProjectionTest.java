package booking.worker.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booking.schemas.GeneratedTimeslots;
import booking.schemas.RequestResult;
import booking.worker.readmodel.Row.RequestRow;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultProjectionTest {

  @Test
  void refusalLeavesARejectedRequest() {
    assertThat(ResultProjection.rows(refused("TIMESLOT_FULL").build()))
        .containsExactly(
            new RequestRow(
                "r1",
                7,
                Optional.of("TIMESLOT_FULL"),
                Optional.of(1001L),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH));
  }

  @Test
  void acceptedRequestThatChangedNothingLeavesAnAcceptedOne() {
    RequestResult result =
        refused("TIMESLOT_FULL")
            .setAccepted(true)
            .setCode(null)
            .setBookingAfter(new SlotStory(1001).created().held(1, 7).last().getBookingAfter())
            .build();
    assertThat(ResultProjection.rows(result))
        .singleElement()
        .isInstanceOfSatisfying(
            RequestRow.class,
            row -> {
              assertThat(row.refusal()).isEmpty();
              assertThat(row.bookingId()).contains(100100001L);
            });
  }

  @Test
  void requestOfTheCatalogueNamesItsRoom() {
    RequestResult.Builder result = refused("NO_TIMESLOT_FITS").setTimeslotId(null);
    RequestResult generated =
        RequestResult.newBuilder(result)
            .setGenerated(new GeneratedTimeslots(3L, 0L, 0, 16))
            .build();
    RequestResult updated =
        RequestResult.newBuilder(result)
            .setRoomAfter(new CatalogStory().created(4, "Blue").last().getRoomAfter())
            .build();
    assertThat(ResultProjection.rows(generated))
        .extracting(row -> ((RequestRow) row).roomId())
        .containsExactly(Optional.of(3L));
    assertThat(ResultProjection.rows(updated))
        .extracting(row -> ((RequestRow) row).roomId())
        .containsExactly(Optional.of(4L));
  }

  @Test
  void resultThatAnEventTellsLeavesNothing() {
    assertThat(ResultProjection.rows(refused("X").setVersion(3L).build())).isEmpty();
  }

  @Test
  void repeatedResultLeavesNothing() {
    assertThat(ResultProjection.rows(refused("X").setRepeated(true).build())).isEmpty();
  }

  @Test
  void reusedKeyLeavesTheFirstRequestAlone() {
    assertThat(ResultProjection.rows(refused("IDEMPOTENCY_KEY_REUSED").build())).isEmpty();
  }

  @Test
  void refusalWithoutACodeIsAnError() {
    RequestResult silent = refused("X").setCode(null).build();
    assertThatThrownBy(() -> ResultProjection.rows(silent)).hasMessageContaining("code");
  }

  private static RequestResult.Builder refused(String code) {
    return RequestResult.newBuilder()
        .setRequestId("r1")
        .setRepeated(false)
        .setUserId(7)
        .setDecidedAt(Instant.EPOCH)
        .setAccepted(false)
        .setCode(code)
        .setTimeslotId(1001L);
  }
}
