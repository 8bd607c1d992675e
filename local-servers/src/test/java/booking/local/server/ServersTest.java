package booking.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import booking.local.container.ContainerServers;
import org.junit.jupiter.api.Test;

class ServersTest {

  @Test
  void testsWithTheContainersOnTheirClassPathGetTheirServersFromThem() {
    assertThat(Servers.ofTests()).isInstanceOf(ContainerServers.class);
  }
}
