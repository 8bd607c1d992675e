package booking.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booking.local.machine.FreePort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalSettingsTest {

  @Test
  void theDefaultsAreThoseOfTheDesign() throws Exception {
    LocalSettings settings = LocalSettings.from(Map.of());

    assertThat(settings.data()).isEqualTo(Path.of("data"));
    assertThat(settings.ports()).isEqualTo(new LocalPorts(8080, 8081, 8082, 9092, 15432, 8090));
  }

  @Test
  void eachPortHasASettingOfItsName() throws Exception {
    Map<String, String> environment =
        Map.of(
            "GATEWAY_PORT", "1",
            "GATEWAY_ADMIN_PORT", "2",
            "WORKER_ADMIN_PORT", "3",
            "KAFKA_PORT", "4",
            "POSTGRES_PORT", "5",
            "SANDBOX_PORT", "65535");

    assertThat(LocalSettings.from(environment).ports())
        .isEqualTo(new LocalPorts(1, 2, 3, 4, 5, 65535));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "65536", "100000", "eighty", "80 "})
  void whatIsNoPortIsRefusedByTheNameOfItsSetting(String value) {
    assertThatThrownBy(() -> LocalSettings.from(Map.of("SANDBOX_PORT", value)))
        .isInstanceOf(StartupFailure.class)
        .hasMessageStartingWith("SANDBOX_PORT=" + value);
  }

  @Test
  void whatThisMachineDictatesWinsOverTheUsersEnvironment() throws Exception {
    LocalSettings settings =
        LocalSettings.from(Map.of("POSTGRES_USER", "somebody", "HOLD_TIME", "3s"));

    assertThat(settings.environmentWith(Map.of("POSTGRES_USER", "booking_worker")))
        .containsEntry("POSTGRES_USER", "booking_worker")
        .containsEntry("HOLD_TIME", "3s");
  }

  @Test
  void aGatewayThatDoesNotAnswerIsNamedAsTheReason() {
    assertThatThrownBy(
            () -> Readiness.await(List.of(), "http://127.0.0.1:" + FreePort.any(), Duration.ZERO))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("gateway: ");
  }
}
