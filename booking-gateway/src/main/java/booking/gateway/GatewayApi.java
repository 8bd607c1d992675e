package booking.gateway;

import booking.gateway.GatewayConfiguration.BodyBounds;
import booking.gateway.auth.AdminFilter;
import booking.gateway.auth.TokenFilter;
import booking.gateway.auth.TokenVerifier;
import booking.gateway.booking.AdminBookingResource;
import booking.gateway.booking.BookingDesk;
import booking.gateway.booking.BookingResource;
import booking.gateway.booking.Bookings;
import booking.gateway.booking.DecidedBookings;
import booking.gateway.booking.HoldCap;
import booking.gateway.booking.Holds;
import booking.gateway.docs.DocsResource;
import booking.gateway.docs.OpenApiDocument;
import booking.gateway.http.AnswerHeaders;
import booking.gateway.http.BelowTheApi;
import booking.gateway.http.BodyLimit;
import booking.gateway.http.ClientConnections;
import booking.gateway.http.ConnectionSettings;
import booking.gateway.json.JsonBodyReader;
import booking.gateway.limit.CallRateFilter;
import booking.gateway.limit.LimitSettings;
import booking.gateway.problem.ProblemMapper;
import booking.gateway.request.Answers;
import booking.gateway.request.RequestResource;
import booking.gateway.request.Requests;
import booking.gateway.room.AdminRoomResource;
import booking.gateway.room.RoomCache;
import booking.gateway.room.RoomResource;
import booking.gateway.room.Rooms;
import booking.gateway.timeslot.AdminTimeslotResource;
import booking.gateway.timeslot.AvailableTimeslotResource;
import booking.gateway.timeslot.Timeslots;
import com.github.benmanes.caffeine.cache.Ticker;
import io.dropwizard.core.setup.Environment;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import org.glassfish.jersey.server.ServerProperties;

/**
 * The HTTP API, put together: every resource, filter and error shape, over whatever answers behind
 * it.
 *
 * @param requests the way to the worker
 * @param reads what the read model tells
 * @param tokens whose callers are believed
 * @param answerThreads where answers are made
 * @param bounds on what clients may do
 */
record GatewayApi(
    Requests requests,
    ReadSide reads,
    TokenVerifier tokens,
    Executor answerThreads,
    InstantSource clock,
    Bounds bounds) {

  /** What the read model tells. */
  record ReadSide(Rooms rooms, Timeslots timeslots, Bookings bookings, Holds holds) {}

  /** What clients may do: with a body, in a time, with their connections. */
  record Bounds(BodyBounds body, LimitSettings limits, ConnectionSettings connections) {

    static Bounds of(GatewayConfiguration settings) {
      return new Bounds(settings.body(), settings.limits(), settings.connections());
    }
  }

  /** The resources that the document describes. */
  static final List<Class<?>> DESCRIBED =
      List.of(
          RoomResource.class,
          AvailableTimeslotResource.class,
          BookingResource.class,
          RequestResource.class,
          AdminRoomResource.class,
          AdminTimeslotResource.class,
          AdminBookingResource.class);

  void register(Environment environment) {
    resources().forEach(environment.jersey()::register);
    environment.jersey().register(new DocsResource(OpenApiDocument.of(DESCRIBED)));
    BodyBounds body = bounds.body();
    environment.jersey().register(new BodyLimit(body.most(), body.within(), System::nanoTime));
    environment.jersey().register(new JsonBodyReader(body.most()));
    environment.jersey().register(new CallRateFilter(bounds.limits(), Ticker.systemTicker()));
    environment.jersey().register(new TokenFilter(tokens));
    environment.jersey().register(new AdminFilter());
    environment.jersey().register(new AnswerHeaders());
    environment.jersey().register(new ProblemMapper(environment.metrics()));
    // A Location made absolute would repeat whatever Host the client claimed.
    environment
        .jersey()
        .property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true);
    BelowTheApi errors = new BelowTheApi(environment.getObjectMapper());
    environment.getApplicationContext().setErrorHandler(errors);
    environment.lifecycle().addServerLifecycleListener(server -> server.setErrorHandler(errors));
    environment.lifecycle().addEventListener(new ClientConnections(bounds.connections()));
  }

  private List<Object> resources() {
    Answers answers = new Answers(requests, answerThreads);
    DecidedBookings decided =
        new DecidedBookings(
            new RoomCache(reads.rooms(), Ticker.systemTicker()), reads.bookings(), clock);
    BookingDesk desk = new BookingDesk(reads.bookings(), decided, answers, clock);
    HoldCap cap = new HoldCap(requests, reads.holds(), bounds.limits().mostHolds());
    BookingDesk cappedDesk =
        new BookingDesk(reads.bookings(), decided, new Answers(cap, answerThreads), clock);
    return List.of(
        new RoomResource(reads.rooms()),
        new AvailableTimeslotResource(reads.rooms(), reads.timeslots(), clock),
        new BookingResource(desk, cappedDesk),
        new RequestResource(requests),
        new AdminRoomResource(reads.rooms(), answers),
        new AdminTimeslotResource(reads.rooms(), reads.timeslots(), answers, clock),
        new AdminBookingResource(desk));
  }
}
