package booking.gateway;

import booking.gateway.auth.TokenVerifier;
import booking.gateway.json.JsonFormat;
import com.codahale.metrics.MetricRegistry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The whole API on a real Jetty with the settings of gateway.yml, over a fake worker and a fake
 * read model, at the time of {@link Samples#NOW}.
 */
final class RunningApi extends Application<GatewayConfiguration>
    implements BeforeAllCallback, AfterAllCallback {

  private static final Map<String, String> ENVIRONMENT =
      Map.of("JWT_SECRET", Tokens.SECRET, "GATEWAY_PORT", "0", "GATEWAY_ADMIN_PORT", "0");

  // One user makes all the calls of a test class, as fast as the machine can.
  private static final Map<String, String> UNLIMITED =
      Map.of(
          "USER_REQUEST_BURST", "1000000",
          "ADDRESS_REQUEST_BURST", "1000000",
          "USER_HOLDS", "1000000");

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  final FakeWorker worker = new FakeWorker();
  final FakeReadModel readModel = new FakeReadModel();
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService answers = Executors.newFixedThreadPool(4);
  private final Map<String, String> environment = new HashMap<>(ENVIRONMENT);
  private Server server = new Server();
  private MetricRegistry metrics = new MetricRegistry();

  /** Without limits on what one caller may have. */
  RunningApi() {
    this(UNLIMITED);
  }

  /** With these variables set. */
  RunningApi(Map<String, String> variables) {
    environment.putAll(variables);
  }

  /** A call to make. */
  record Call(String method, String path, Map<String, String> headers, String body) {

    static Call of(String method, String path, String body) {
      return new Call(method, path, Map.of("Content-Type", "application/json"), body);
    }

    static Call get(String path) {
      return new Call("GET", path, Map.of(), "");
    }

    Call with(String header, String value) {
      Map<String, String> more = new HashMap<>(headers);
      more.put(header, value);
      return new Call(method, path, more, body);
    }

    Call as(String token) {
      return with("Authorization", "Bearer " + token);
    }

    @Override
    public String toString() {
      return method + " " + path + " " + (body.length() > 80 ? body.substring(0, 80) : body);
    }
  }

  @Override
  public void initialize(Bootstrap<GatewayConfiguration> bootstrap) {
    bootstrap.setConfigurationSourceProvider(EnvironmentVariables.in(environment));
    bootstrap.setObjectMapper(JsonFormat.answers());
  }

  @Override
  public void run(GatewayConfiguration settings, Environment dropwizard) {
    new GatewayApi(
            worker,
            new GatewayApi.ReadSide(
                readModel.rooms, readModel.timeslots, readModel.bookings, readModel.holds),
            new TokenVerifier(settings.tokens()),
            answers,
            InstantSource.fixed(Samples.NOW),
            GatewayApi.Bounds.of(settings))
        .register(dropwizard);
    metrics = dropwizard.metrics();
    dropwizard.lifecycle().addServerLifecycleListener(started -> server = started);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    start();
  }

  void start() throws Exception {
    run("server", "gateway.yml");
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    stop();
  }

  void stop() throws Exception {
    server.stop();
    answers.shutdown();
  }

  int port() {
    return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
  }

  /** How many clients are connected to the API. */
  int connections() {
    return server.getConnectors()[0].getConnectedEndPoints().size();
  }

  MetricRegistry metrics() {
    return metrics;
  }

  HttpResponse<String> send(Call call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + call.path()))
            .method(
                call.method(),
                call.body().isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(call.body()));
    call.headers().forEach(request::header);
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    return json(response.body());
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }
}
