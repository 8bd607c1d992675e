package booking.gateway.http;

import booking.gateway.problem.HttpProblems;
import booking.gateway.problem.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** The errors that Jetty finds before the API is reached, in the API's own shape. */
public final class BelowTheApi extends ErrorHandler {

  private final ObjectMapper json;

  public BelowTheApi(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Problem problem = HttpProblems.of(Math.max(response.getStatus(), 400));
    byte[] body;
    try {
      body = json.writeValueAsBytes(problem);
    } catch (JsonProcessingException impossible) {
      callback.failed(impossible);
      return true;
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    problem
        .retryAfterSeconds()
        .ifPresent(seconds -> response.getHeaders().put(HttpHeader.RETRY_AFTER, seconds));
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }
}
