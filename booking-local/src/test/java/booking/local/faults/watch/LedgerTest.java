package booking.local.faults.watch;

import static org.assertj.core.api.Assertions.assertThat;

import booking.schemas.Actor;
import booking.schemas.BookingRequest;
import booking.schemas.RequestResult;
import booking.schemas.Role;
import booking.schemas.command.OpenTimeslot;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private final Ledger ledger = new Ledger(0);

  @Test
  void aPartitionIsSilentWhileSomebodyWaitsThereAndNobodyIsAnswered() {
    ledger.take(request("a"), 0, seconds(10));
    ledger.take(request("b"), 0, seconds(11));
    ledger.take(result("a", false), seconds(13));
    ledger.take(result("b", false), seconds(14));

    assertThat(ledger.close(seconds(20)).partitionSilence()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void aPartitionWhereNobodyWaitsIsNotSilent() {
    ledger.take(request("a"), 0, seconds(1));
    ledger.take(result("a", false), seconds(2));
    ledger.take(request("b"), 0, seconds(50));

    assertThat(ledger.silentFor(seconds(51))).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aSilenceThatStillLastsCounts() {
    ledger.take(request("a"), 0, seconds(1));

    Tally tally = ledger.close(seconds(9));

    assertThat(tally.partitionSilence()).isEqualTo(Duration.ofSeconds(8));
    assertThat(tally.undecided()).isOne();
  }

  @Test
  void whatOthersAreAnsweredDoesNotEndTheSilenceOfAPartition() {
    ledger.take(request("a"), 0, seconds(1));
    ledger.take(request("b"), 1, seconds(1));
    ledger.take(result("b", false), seconds(2));

    assertThat(ledger.silentFor(seconds(7))).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void aResultThatIsSeenBeforeItsRequestLeavesNobodyWaiting() {
    ledger.take(result("a", false), seconds(1));
    ledger.take(request("a"), 0, seconds(2));

    assertThat(ledger.waiting()).isZero();
  }

  @Test
  void aSecondFirstResultIsOneTooManyAndARepeatIsNot() {
    ledger.take(request("a"), 0, seconds(1));
    ledger.take(result("a", false), seconds(2));
    ledger.take(result("a", true), seconds(3));
    assertThat(ledger.close(seconds(4)).twice()).isZero();

    ledger.take(result("a", false), seconds(5));
    assertThat(ledger.close(seconds(6)).twice()).isOne();
  }

  private static long seconds(int count) {
    return TimeUnit.SECONDS.toNanos(count);
  }

  private static BookingRequest request(String id) {
    return BookingRequest.newBuilder()
        .setRequestId(id)
        .setFingerprint(1)
        .setReplyPartition(0)
        .setActor(new Actor(1L, Role.USER))
        .setTimeslotId(1)
        .setCommand(new OpenTimeslot())
        .build();
  }

  private static RequestResult result(String id, boolean repeated) {
    return RequestResult.newBuilder()
        .setRequestId(id)
        .setRepeated(repeated)
        .setUserId(1)
        .setDecidedAt(Instant.EPOCH)
        .setAccepted(true)
        .setTimeslotId(1L)
        .build();
  }
}
