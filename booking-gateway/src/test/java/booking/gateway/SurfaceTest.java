package booking.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is not part of the API is not reachable through its port. */
class SurfaceTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  private static final List<String> METHODS =
      List.of(
          "TRACE",
          "TRACK",
          "CONNECT",
          "PATCH",
          "DELETE",
          "PROPFIND",
          "MOVE",
          "LINK",
          "DEBUG",
          "get",
          "GARBAGE",
          "PRI");

  private static final List<String> PATHS =
      List.of(
          "/healthcheck",
          "/metrics",
          "/ping",
          "/threads",
          "/pprof",
          "/tasks/gc",
          "/tasks/log-level",
          "/admin",
          "/actuator",
          "/application.wadl",
          "/api/v1/application.wadl",
          "/gateway.yml",
          "/WEB-INF/web.xml",
          "/META-INF/MANIFEST.MF",
          "/.git/config",
          "/.env",
          "/../gateway.yml",
          "/docs/../gateway.yml",
          "/docs/%2e%2e/gateway.yml",
          "/docs/..%2fgateway.yml",
          "/docs/%252e%252e/gateway.yml",
          "/docs/..;/gateway.yml",
          "/docs/..%5cgateway.yml",
          "/docs/....//gateway.yml",
          "/docs//etc/passwd",
          "/docs/%2fetc/passwd",
          "/docs/start.js%00.html",
          "/docs/swagger/../../gateway.yml",
          "/docs/booking/gateway/docs/index.html",
          "//metrics",
          "/;/metrics",
          "/%6detrics",
          "/api/v1/bookings/../../../metrics",
          "/api/v1/bookings/..;/admin/rooms",
          "/api/v1/admin;x=y/rooms",
          "/api/v1/%61dmin/rooms",
          "/API/V1/BOOKINGS",
          "/api/v1/bookings/rooms/../../admin/rooms",
          "http://127.0.0.1:1/metrics",
          "*");

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", API.port())) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write(
              (request + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Echo: c4n4ry\r\n\r\n")
                  .getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void methodsThatNoCallHasAreRefusedAndEchoNothing() throws IOException {
    for (String method : METHODS) {
      for (String path : List.of("/api/v1/bookings", "/docs", "/")) {
        assertThat(raw(method + " " + path))
            .as("%s %s", method, path)
            .matches("(?s)HTTP/1.1 4\\d\\d .*")
            .doesNotContain("c4n4ry");
      }
    }
  }

  @Test
  void pathsBesideTheApiLeadNowhere() throws IOException {
    for (String path : PATHS) {
      assertThat(raw("GET " + path))
          .as(path)
          .matches("(?s)HTTP/1.1 4\\d\\d .*")
          .contains("application/problem+json")
          .doesNotContain("jvm_", "root:", "bootstrapServers");
    }
  }

  @Test
  void theServerDoesNotSayWhatItIs() throws IOException {
    assertThat(raw("GET /metrics").toLowerCase(Locale.ROOT))
        .doesNotContain("jetty", "server:", "x-powered-by");
  }
}
