package booking.gateway.problem;

import com.codahale.metrics.MetricRegistry;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last stop of everything thrown on the way to an answer. Whatever nobody foresaw is a bug: it
 * is logged whole under an id, and the client sees only the id. Each is counted under its code.
 */
public final class ProblemMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);
  private static final String COUNTED = "booking.problems.";

  private final MetricRegistry metrics;

  /**
   * @param metrics where problems are counted, under {@code booking.problems.} and their code
   */
  public ProblemMapper(MetricRegistry metrics) {
    this.metrics = metrics;
    // Operators look for these: they are there, as 0, before the first is counted.
    Stream.of(ProblemCode.TOO_MANY_REQUESTS, ProblemCode.TOO_MANY_HOLDS, ProblemCode.OVERLOADED)
        .forEach(code -> metrics.counter(counted(code.name())));
  }

  private static String counted(String code) {
    return COUNTED + code.toLowerCase(Locale.ROOT);
  }

  @Override
  public Response toResponse(Throwable thrown) {
    Optional<ProblemException> problem = first(thrown, ProblemException.class);
    if (problem.isPresent()) {
      return answer(problem.get().problem());
    }
    return first(thrown, WebApplicationException.class)
        .map(WebApplicationException::getResponse)
        .filter(response -> response.getStatus() < 500)
        .map(this::inOurShape)
        .or(() -> brokenHttp(thrown))
        .orElseGet(() -> bug(thrown));
  }

  private Response answer(Problem problem) {
    metrics.counter(counted(problem.code())).inc();
    return problem.toResponse();
  }

  private Response inOurShape(Response refused) {
    if (refused.getStatus() < 400) {
      return refused;
    }
    Response.ResponseBuilder answer =
        Response.fromResponse(answer(HttpProblems.of(refused.getStatus())));
    Optional.ofNullable(refused.getHeaderString(HttpHeaders.ALLOW))
        .ifPresent(allowed -> answer.header(HttpHeaders.ALLOW, allowed));
    return answer.build();
  }

  // What Jetty finds wrong with a request while its body is read, a broken chunk for example.
  private Optional<Response> brokenHttp(Throwable thrown) {
    return first(thrown, HttpException.class)
        .filter(broken -> broken.getCode() < 500)
        .map(broken -> answer(HttpProblems.of(broken.getCode())));
  }

  private Response bug(Throwable thrown) {
    String id = UUID.randomUUID().toString();
    LOG.error("answer failed errorId={}", id, thrown);
    return answer(
        Problem.of(ProblemCode.INTERNAL_ERROR, "This is our fault; it is logged as " + id)
            .loggedAs("urn:uuid:" + id));
  }

  // Jersey and CompletableFuture wrap what we throw.
  private static <T> Optional<T> first(Throwable thrown, Class<T> type) {
    return Stream.iterate(thrown, link -> link != null, Throwable::getCause)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
