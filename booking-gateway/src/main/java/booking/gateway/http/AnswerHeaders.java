package booking.gateway.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;

/** The headers that keep a browser from guessing, keeping or framing what this API answers. */
public final class AnswerHeaders implements ContainerResponseFilter {

  private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

  private static final Map<String, String> ALWAYS =
      Map.of("X-Content-Type-Options", "nosniff", "Referrer-Policy", "no-referrer");

  private static final Map<String, String> UNLESS_SET =
      Map.of(
          HttpHeaders.CACHE_CONTROL,
          "no-store",
          CONTENT_SECURITY_POLICY,
          "default-src 'none'; frame-ancestors 'none'");

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
    MultivaluedMap<String, Object> headers = answer.getHeaders();
    ALWAYS.forEach(headers::putSingle);
    UNLESS_SET.forEach((name, value) -> headers.computeIfAbsent(name, absent -> List.of(value)));
  }
}
