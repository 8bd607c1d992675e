package booking.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import booking.gateway.Samples;
import booking.gateway.request.Landmark.Generation;
import booking.gateway.request.Landmark.Room;
import booking.gateway.request.Landmark.Timeslot;
import org.junit.jupiter.api.Test;

class LandmarkTest {

  @Test
  void aDecisionIsReadableWhereItLeftItsEvent() {
    assertThat(Landmark.of(Samples.booked("r"))).hasValue(new Timeslot(4821, 2));
    assertThat(Landmark.of(Samples.roomDecided("r"))).hasValue(new Room(3, 9));
    assertThat(Landmark.of(Samples.generated("r", 16))).hasValue(new Generation(100, 16));
  }

  @Test
  void aDecisionThatLeftNothingIsReadableAtOnce() {
    assertThat(Landmark.of(Samples.refused("r", "TIMESLOT_FULL"))).isEmpty();
    assertThat(Landmark.of(Samples.generated("r", 0))).isEmpty();
    assertThat(Landmark.of(Samples.result("r").setTimeslotId(1L).build())).isEmpty();
    assertThat(Landmark.of(Samples.result("r").setVersion(1L).build())).isEmpty();
  }

  @Test
  void eachKindIsFoundAtAPlaceOfItsOwn() {
    assertThat(new Timeslot(1, 5).place())
        .isNotEqualTo(new Room(1, 5).place())
        .isNotEqualTo(new Generation(1, 5).place());
    assertThat(new Timeslot(1, 5).least()).isEqualTo(5);
    assertThat(new Room(1, 6).least()).isEqualTo(6);
    assertThat(new Generation(10, 7).least()).isEqualTo(7);
    assertThat(new Generation(10, 7).lastId()).isEqualTo(16);
  }
}
