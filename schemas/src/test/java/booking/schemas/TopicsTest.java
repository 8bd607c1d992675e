package booking.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the broker is asked for. */
class TopicsTest {

  @Test
  void rulesReadTheBrokersClockOnWhateverCarriesRequestsOrMoney() {
    assertThat(Topics.ALL)
        .filteredOn(topic -> "LogAppendTime".equals(topic.settings().get("message.timestamp.type")))
        .extracting(Topic::name)
        .containsExactlyInAnyOrder(
            "booking-requests",
            "catalog-requests",
            "payment-succeeded",
            "payment-failed",
            "refund-settled");
  }

  /** Else a broker whose clock was ahead and came back refuses the answers to what it stamped. */
  @Test
  void noTimeIsTooFarAheadForTheBroker() {
    assertThat(Topics.ALL)
        .allSatisfy(
            topic ->
                assertThat(topic.settings())
                    .containsEntry("message.timestamp.after.max.ms", "9223372036854775807"));
  }

  @Test
  void eventsAndMoneyAreKeptForEver() {
    assertThat(Topics.ALL)
        .filteredOn(topic -> "-1".equals(topic.settings().get("retention.ms")))
        .extracting(Topic::name)
        .containsExactlyInAnyOrder(
            "booking-events",
            "catalog-events",
            "payment-succeeded",
            "payment-failed",
            "refund-requested",
            "refund-settled");
  }

  @Test
  void requestsAreKeptForThirtyDays() {
    assertThat(Topics.BOOKING_REQUESTS.retention()).isEqualTo(Optional.of(Duration.ofDays(30)));
    assertThat(Topics.BOOKING_REQUESTS.settings()).containsEntry("retention.ms", "2592000000");
  }

  @Test
  void theCatalogueHasOneOrderAndSoOnePartition() {
    assertThat(Topics.CATALOG_REQUESTS.toCreate(24, (short) 3).numPartitions()).isEqualTo(1);
    assertThat(Topics.CATALOG_EVENTS.toCreate(24, (short) 3).numPartitions()).isEqualTo(1);
    assertThat(Topics.BOOKING_REQUESTS.toCreate(24, (short) 3).numPartitions()).isEqualTo(24);
    assertThat(Topics.BOOKING_REQUESTS.toCreate(24, (short) 3).replicationFactor())
        .isEqualTo((short) 3);
  }
}
