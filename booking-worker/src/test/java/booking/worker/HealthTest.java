package booking.worker;

import static org.assertj.core.api.Assertions.assertThat;

import booking.worker.readmodel.ReadModelStatus;
import booking.worker.stream.DecidingStatus;
import com.codahale.metrics.health.HealthCheck;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HealthTest {

  @ParameterizedTest
  @CsvSource({
    "RUNNING,     4,      0, true",
    "RUNNING,     4, 100000, true",
    "RUNNING,     4, 100001, false",
    "RUNNING,     0,      0, false",
    "REBALANCING, 4,      0, false",
    "ERROR,       4,      0, false"
  })
  void aWorkerIsHealthyWhileItRunsHasTasksAndKeepsUp(
      String state, int tasks, long lag, boolean healthy) {
    DecidingHealth health =
        new DecidingHealth(() -> new DecidingStatus(state, tasks, lag), 100_000);
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
