package booking.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:",
    "[2001:db8:1:2:9:9:9:9], 2001:db8:1:2:",
    "::1, ::1"
  })
  void oneHouseholdIsOneClient(String address, String client) {
    assertThat(ClientAddress.of(address)).isEqualTo(client);
  }
}
