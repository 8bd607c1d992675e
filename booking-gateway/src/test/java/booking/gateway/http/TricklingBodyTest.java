package booking.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.api.Test;

class TricklingBodyTest {

  private static final long NANOS_A_BYTE = 1_000_000_000;

  private final AtomicLong nanos = new AtomicLong();

  /** Ten bytes, of which one arrives in a second. */
  private InputStream trickling() {
    return new ByteArrayInputStream(new byte[10]) {
      @Override
      public synchronized int read(byte[] into, int from, int most) {
        nanos.addAndGet(NANOS_A_BYTE);
        return super.read(into, from, Math.min(most, 1));
      }

      @Override
      public synchronized int read() {
        nanos.addAndGet(NANOS_A_BYTE);
        return super.read();
      }

      @Override
      public synchronized byte[] readAllBytes() {
        throw new AssertionError("read past the bounds");
      }
    };
  }

  private InputStream bounded(Duration within) {
    ContainerRequest request =
        new ContainerRequest(
            URI.create("/"), URI.create("/x"), "POST", null, new MapPropertiesDelegate(), null);
    request.setEntityStream(trickling());
    new BodyLimit(100, within, nanos::get).filter(request);
    return request.getEntityStream();
  }

  @Test
  void aBodyThatArrivesInTimeIsRead() throws IOException {
    assertThat(bounded(Duration.ofSeconds(20)).readAllBytes()).hasSize(10);
  }

  @Test
  void aBodyThatTricklesInIsCutOff() {
    assertThatThrownBy(() -> bounded(Duration.ofSeconds(5)).readAllBytes())
        .hasMessageContaining("REQUEST_TIMEOUT");
    InputStream byBytes = bounded(Duration.ofSeconds(1));
    assertThatThrownBy(
            () -> {
              for (int n = 0; n < 3; n++) {
                byBytes.read();
              }
            })
        .hasMessageContaining("REQUEST_TIMEOUT");
  }
}
