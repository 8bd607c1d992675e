package booking.local.bench.baseline;

import booking.gateway.BookingGateway;
import booking.gateway.GatewayConfiguration;
import booking.gateway.auth.AdminFilter;
import booking.gateway.auth.TokenFilter;
import booking.gateway.auth.TokenVerifier;
import booking.gateway.booking.BookingDesk;
import booking.gateway.booking.BookingResource;
import booking.gateway.booking.BookingTable;
import booking.gateway.booking.DecidedBookings;
import booking.gateway.http.AnswerHeaders;
import booking.gateway.http.BodyLimit;
import booking.gateway.http.ClientConnections;
import booking.gateway.json.JsonBodyReader;
import booking.gateway.limit.CallRateFilter;
import booking.gateway.problem.ProblemMapper;
import booking.gateway.readmodel.ReadModel;
import booking.gateway.readmodel.ReadModelSettings;
import booking.gateway.request.Answers;
import booking.gateway.room.RoomCache;
import booking.gateway.room.RoomTable;
import booking.local.faults.cluster.Companion;
import booking.schemas.AvroSerializer;
import com.github.benmanes.caffeine.cache.Ticker;
import com.zaxxer.hikari.HikariDataSource;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.AutoCloseableManager;
import java.time.Clock;
import java.time.Duration;

/**
 * The gateway as it would be without Kafka and the worker: the same Dropwizard with the same
 * settings, resource, authentication, limits and answers, whose thread makes the booking in
 * Postgres itself.
 */
public final class PlainGateway extends Application<GatewayConfiguration> {

  private static final int MOST_BODY = 32 * 1024;
  private static final Duration BODY_WITHIN = Duration.ofSeconds(10);

  private PlainGateway() {}

  public static void main(String[] arguments) throws Exception {
    // Avro makes our records once this is loaded; a program without Kafka has no reason to load it.
    Class.forName(AvroSerializer.class.getName());
    new PlainGateway().run("server", "gateway.yml");
    System.out.println(Companion.READY);
  }

  @Override
  public void initialize(Bootstrap<GatewayConfiguration> bootstrap) {
    new BookingGateway(System.getenv()).initialize(bootstrap);
  }

  @Override
  public void run(GatewayConfiguration settings, Environment dropwizard) {
    ReadModelSettings postgres = settings.readModel();
    ReadModel readModel = new ReadModel(postgres);
    HikariDataSource pool =
        PlainPool.open(postgres.url(), postgres.user(), postgres.password().value());
    dropwizard.lifecycle().manage(readModel);
    dropwizard.lifecycle().manage(new AutoCloseableManager(pool));
    Clock clock = Clock.systemUTC();
    PlainRequests requests =
        new PlainRequests(new PlainBookings(pool), settings.limits().mostHolds(), clock);
    BookingTable bookings = new BookingTable(readModel);
    RoomCache rooms = new RoomCache(new RoomTable(readModel), Ticker.systemTicker());
    BookingDesk desk =
        new BookingDesk(
            bookings,
            new DecidedBookings(rooms, bookings, clock),
            // The thread that made the booking also words the answer.
            new Answers(requests, Runnable::run),
            clock);
    dropwizard.jersey().register(new BookingResource(desk, desk));
    filters(settings, dropwizard);
  }

  /** As the gateway has them. */
  private static void filters(GatewayConfiguration settings, Environment dropwizard) {
    dropwizard.jersey().register(new BodyLimit(MOST_BODY, BODY_WITHIN, System::nanoTime));
    dropwizard.jersey().register(new JsonBodyReader(MOST_BODY));
    dropwizard.jersey().register(new CallRateFilter(settings.limits(), Ticker.systemTicker()));
    dropwizard.jersey().register(new TokenFilter(new TokenVerifier(settings.tokens())));
    dropwizard.jersey().register(new AdminFilter());
    dropwizard.jersey().register(new AnswerHeaders());
    dropwizard.jersey().register(new ProblemMapper(dropwizard.metrics()));
    dropwizard.lifecycle().addEventListener(new ClientConnections(settings.connections()));
  }
}
