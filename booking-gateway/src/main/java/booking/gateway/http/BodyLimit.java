package booking.gateway.http;

import booking.gateway.problem.ProblemCode;
import booking.gateway.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The bounds on a request's body: more is a 413, whether the length is told or only found out, one
 * that trickles in is a 408, and an encoded one is a 415, since its size says nothing.
 *
 * <p>What comes too much is read and thrown away for a moment: a client that is cut off while it
 * still sends would see a broken connection instead of the answer. Where a request is answered
 * before its body was read, the connection ends with the answer, which says so: what is left of the
 * body would otherwise be taken for the next request, or break it off.
 */
@PreMatching
public final class BodyLimit implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String BODY = "booking.body";
  private static final long MOST_THROWN_AWAY = 16L * 1024 * 1024;
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final long mostBytes;
  private final long withinNanos;
  private final LongSupplier nanos;

  /**
   * @param mostBytes of a body
   * @param within how long a body may take to arrive: one that trickles in holds a thread
   * @param nanos a clock that never goes back
   */
  public BodyLimit(long mostBytes, Duration within, LongSupplier nanos) {
    this.mostBytes = mostBytes;
    this.withinNanos = within.toNanos();
    this.nanos = nanos;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    InputStream body = request.getEntityStream();
    String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new ProblemException(
          ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send the body without Content-Encoding.");
    }
    if (told(request) > mostBytes) {
      throw tooLarge(body);
    }
    Bounded bounded = new Bounded(body);
    request.setEntityStream(bounded);
    if (announcesABody(request)) {
      request.setProperty(BODY, bounded);
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
    if (request.getProperty(BODY) instanceof Bounded body && !body.over) {
      answer.getHeaders().putSingle("Connection", "close");
    }
  }

  private static boolean announcesABody(ContainerRequestContext request) {
    return told(request) > 0 || request.getHeaderString("Transfer-Encoding") != null;
  }

  private static long told(ContainerRequestContext request) {
    String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    // Jetty has refused a length that is not a number by now.
    return length == null ? 0 : Long.parseLong(length);
  }

  private ProblemException tooLarge(InputStream rest) {
    throwAway(rest);
    return new ProblemException(
        ProblemCode.PAYLOAD_TOO_LARGE, "A body may have at most " + mostBytes + " bytes.");
  }

  private void throwAway(InputStream rest) {
    long started = nanos.getAsLong();
    byte[] waste = new byte[8192];
    long thrown = 0;
    try {
      int read = 0;
      while (read >= 0
          && thrown < MOST_THROWN_AWAY
          && nanos.getAsLong() - started < LONGEST_NANOS) {
        read = rest.read(waste);
        thrown += read;
      }
    } catch (IOException gone) {
      // Whoever sent it has hung up: there is nothing left to throw away.
      return;
    }
  }

  /** The body as far as the bound. */
  private final class Bounded extends InputStream {

    private final InputStream body;
    private final long started = nanos.getAsLong();
    private long read;
    private boolean over;

    private Bounded(InputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      int next = body.read();
      over = next < 0;
      count(over ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      int got = body.read(into, from, most);
      over = got < 0;
      count(Math.max(got, 0));
      return got;
    }

    @Override
    public void close() throws IOException {
      body.close();
    }

    private void count(int more) {
      read += more;
      if (read > mostBytes) {
        throw tooLarge(body);
      }
      if (nanos.getAsLong() - started > withinNanos) {
        throw new ProblemException(
            ProblemCode.REQUEST_TIMEOUT, "The body took too long to arrive.");
      }
    }
  }
}
