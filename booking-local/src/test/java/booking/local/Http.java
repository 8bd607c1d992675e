package booking.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** A client that talks to one server, with headers of its own. Immutable, safe to share. */
public record Http(HttpClient client, String base, Map<String, String> headers) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  public Http(String base) {
    this(
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build(),
        base,
        Map.of("Content-Type", "application/json"));
  }

  public Http with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Http(client, base, Map.copyOf(more));
  }

  public Answer get(String path) {
    return send("GET", path, "");
  }

  public Answer post(String path, String body) {
    return send("POST", path, body);
  }

  public Answer put(String path, String body) {
    return send("PUT", path, body);
  }

  public Answer send(String method, String path, String body) {
    try {
      return answer(client.send(request(method, path, body), utf8()));
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(method + " " + path + " got no answer", failed);
    }
  }

  /** The answer to come, or the IOException of a connection that broke. */
  public CompletableFuture<Answer> sending(String method, String path, String body) {
    return client.sendAsync(request(method, path, body), utf8()).thenApply(Http::answer);
  }

  private HttpRequest request(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(PATIENCE)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::setHeader);
    return request.build();
  }

  private static HttpResponse.BodyHandler<String> utf8() {
    return HttpResponse.BodyHandlers.ofString();
  }

  private static Answer answer(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.body(), response.headers());
  }
}
