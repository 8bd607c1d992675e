package booking.worker;

import static org.assertj.core.api.Assertions.assertThat;

import booking.worker.readmodel.ReadModelStatus;
import booking.worker.stream.DecidingStatus;
import com.codahale.metrics.health.HealthCheck;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HealthTest {

  @ParameterizedTest
  @CsvSource({
    "RUNNING,     4,      0,  0, true,  true",
    "RUNNING,     4, 100000,  0, true,  true",
    "RUNNING,     4, 100001,  0, true,  false",
    "RUNNING,     0,      0,  0, false, false",
    "RUNNING,     0,      0,  0, true,  true",
    "RUNNING,     4,      0, 31, true,  true",
    "RUNNING,     4,      1, 30, true,  true",
    "RUNNING,     4,      1, 31, true,  false",
    "REBALANCING, 4,      0,  0, true,  false",
    "REBALANCING, 0,      0,  0, true,  false",
    "ERROR,       4,      0,  0, true,  false"
  })
  void aWorkerIsHealthyWhileItRunsHasTasksOrCoveringPeersAndKeepsUp(
      String state, int tasks, long lag, long sinceCommit, boolean covered, boolean healthy) {
    DecidingStatus status =
        new DecidingStatus(state, tasks, lag, Duration.ofSeconds(sinceCommit), covered);
    DecidingHealth health =
        new DecidingHealth(
            () -> status, new DecidingHealth.Bounds(100_000, Duration.ofSeconds(30)));
    HealthCheck.Result result = health.check();
    assertThat(result.isHealthy()).isEqualTo(healthy);
    assertThat(result.getMessage()).contains(state).contains("tasks=" + tasks);
  }

  @ParameterizedTest
  @EnumSource
  void theReadModelIsHealthyWhileItFollows(ReadModelStatus.State state) {
    ReadModelHealth health =
        new ReadModelHealth(
            () ->
                new ReadModelStatus(
                    state, Optional.of("no disk"), Optional.empty(), OptionalLong.of(3)));
    HealthCheck.Result result = health.check();
    assertThat(result.isHealthy()).isEqualTo(state == ReadModelStatus.State.FOLLOWING);
    assertThat(result.getMessage()).contains(state.name()).contains("no disk").contains("lag=3");
  }

  @Test
  void aLagThatNobodyKnowsIsSaidToBeUnknown() {
    ReadModelHealth health =
        new ReadModelHealth(
            () ->
                new ReadModelStatus(
                    ReadModelStatus.State.FOLLOWING,
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.empty()));
    assertThat(health.check().getMessage()).isEqualTo("state=FOLLOWING lag=unknown reason=none");
  }
}
