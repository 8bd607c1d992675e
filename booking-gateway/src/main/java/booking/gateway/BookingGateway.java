package booking.gateway;

import booking.gateway.auth.TokenVerifier;
import booking.gateway.booking.BookingTable;
import booking.gateway.booking.HoldTable;
import booking.gateway.json.JsonFormat;
import booking.gateway.readmodel.ReadModel;
import booking.gateway.request.DecisionTable;
import booking.gateway.request.KafkaRequests;
import booking.gateway.request.LandmarkTable;
import booking.gateway.request.ReadModelWatch;
import booking.gateway.request.RequestSender;
import booking.gateway.request.ResultInbox;
import booking.gateway.request.TopicLeaders;
import booking.gateway.room.RoomTable;
import booking.gateway.timeslot.TimeslotTable;
import booking.schemas.Topics;
import booking.schemas.ValueFormat;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The process that speaks HTTP for the booking system. */
public final class BookingGateway extends Application<GatewayConfiguration> {

  private final Map<String, String> environment;
  private volatile Optional<Server> server = Optional.empty();

  public BookingGateway() {
    this(System.getenv());
  }

  /**
   * @param environment what the variables in gateway.yml stand for
   */
  public BookingGateway(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Runs the gateway; without arguments, as {@code server gateway.yml} of the class path. */
  public static void main(String... arguments) throws Exception {
    try {
      new BookingGateway()
          .run(arguments.length == 0 ? new String[] {"server", "gateway.yml"} : arguments);
    } catch (IllegalStateException notStarted) {
      // Dropwizard has told why; some of its threads would keep the process alive.
      System.exit(1);
    }
  }

  @Override
  public String getName() {
    return "booking-gateway";
  }

  @Override
  public void initialize(Bootstrap<GatewayConfiguration> bootstrap) {
    bootstrap.setConfigurationSourceProvider(EnvironmentVariables.in(environment));
    bootstrap.setObjectMapper(JsonFormat.answers());
  }

  @Override
  public void run(GatewayConfiguration settings, Environment dropwizard) {
    ValueFormat format = settings.kafka().format();
    format.tryOut(
        List.of(Topics.BOOKING_REQUESTS, Topics.CATALOG_REQUESTS, Topics.BOOKING_RESULTS));
    ReadModel readModel = new ReadModel(settings.readModel());
    LandmarkTable landmarks = new LandmarkTable(readModel);
    ReadModelWatch watch = new ReadModelWatch(landmarks, settings.requests());
    RequestSender sender = RequestSender.to(settings.kafka(), format);
    KafkaRequests requests =
        new KafkaRequests(settings.requests(), sender, watch, new DecisionTable(readModel));
    ResultInbox inbox = ResultInbox.of(settings.kafka(), format, requests);
    TopicLeaders leaders = TopicLeaders.in(settings.kafka());
    // The order of starting, before the first connection is taken; stopped the other way round.
    Stream.of(readModel, watch, sender, inbox, leaders).forEach(dropwizard.lifecycle()::manage);
    new GatewayApi(
            requests,
            new GatewayApi.ReadSide(
                new RoomTable(readModel),
                new TimeslotTable(readModel),
                new BookingTable(readModel),
                new HoldTable(readModel)),
            new TokenVerifier(settings.tokens()),
            answerThreads(settings, dropwizard),
            Clock.systemUTC(),
            GatewayApi.Bounds.of(settings))
        .register(dropwizard);
    Stopping stopping = new Stopping(settings.stopNotice());
    dropwizard.lifecycle().addEventListener(stopping);
    new AdminPort(dropwizard)
        .open(
            Map.of(
                "accepting", stopping,
                "kafka", new KafkaHealth(leaders),
                "inbox", new InboxHealth(inbox),
                "readModel", new ReadModelHealth(landmarks)),
            requests);
    dropwizard.lifecycle().addServerLifecycleListener(started -> server = Optional.of(started));
  }

  private static ExecutorService answerThreads(
      GatewayConfiguration settings, Environment dropwizard) {
    int threads = settings.requests().answerThreads();
    return dropwizard
        .lifecycle()
        .executorService("answers-%d")
        .minThreads(threads)
        .maxThreads(threads)
        .build();
  }

  /** The port that the API is served on, once the gateway runs. */
  public int port() {
    return port("application");
  }

  /** The port of health and metrics, once the gateway runs. */
  public int adminPort() {
    return port("admin");
  }

  private int port(String connector) {
    return Stream.of(running().getConnectors())
        .filter(candidate -> candidate.getName().equals(connector))
        .mapToInt(candidate -> ((ServerConnector) candidate).getLocalPort())
        .findFirst()
        .orElseThrow();
  }

  /** Finishes the answers under way, then stops everything that was started. */
  public void stop() throws Exception {
    running().stop();
  }

  private Server running() {
    return server.orElseThrow(() -> new IllegalStateException("the gateway does not run"));
  }

  /** Dropwizard would end the process, which may be running more than the gateway. */
  @Override
  protected void onFatalError(Throwable failure) {
    throw new IllegalStateException("the gateway could not start", failure);
  }
}
