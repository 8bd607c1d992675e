package booking.gateway.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;

/**
 * A part of a list.
 *
 * @param number 1 to 1000
 * @param limit of entries
 */
public record Page(int number, int limit) {

  private static final int LAST = 1000;

  /** The part that the query asks for, as {@code page} and {@code limit}. */
  public static Page of(UriInfo uri, Bounds bounds) {
    return new Page(
        ParameterText.query(uri, "page").within(1, LAST).orElse(1),
        ParameterText.query(uri, "limit").within(1, bounds.most()).orElse(bounds.unlessSent()));
  }

  /** How long a part of some list is, and may be. */
  public record Bounds(int unlessSent, int most) {}

  /** How many entries come before this part. */
  public int offset() {
    return (number - 1) * limit;
  }

  /** One more than is shown, to know whether there is a next part. */
  public int limitAndOneMore() {
    return limit + 1;
  }

  /**
   * The answer that shows this part, with a link to the next one if there is one.
   *
   * @param found up to {@link #limitAndOneMore} entries
   */
  public <T> Response show(List<T> found, UriInfo uri) {
    Response.ResponseBuilder answer =
        Response.ok(found.size() > limit ? found.subList(0, limit) : found);
    if (found.size() > limit && number < LAST) {
      answer.header(HttpHeaders.LINK, "<" + next(uri) + ">; rel=\"next\"");
    }
    return answer.build();
  }

  private String next(UriInfo uri) {
    URI next = uri.getRequestUriBuilder().replaceQueryParam("page", number + 1).build();
    return next.getRawPath() + "?" + next.getRawQuery();
  }
}
