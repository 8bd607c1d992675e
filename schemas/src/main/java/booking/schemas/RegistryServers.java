package booking.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * The servers of one registry, any of which may answer. Each is given at most 2 s to connect and 5
 * s in all.
 */
final class RegistryServers {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final String JSON_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final ObjectMapper JSON = new ObjectMapper();

  // No such subject, version or schema; unlike the 404 of a proxy that knows no registry.
  private static final Set<Integer> NOT_FOUND = Set.of(40401, 40402, 40403);
  private static final Set<Integer> REFUSED = Set.of(409, 422);

  /** What a server said; the body is missing when it is no JSON. */
  record Answer(int status, JsonNode body) {

    boolean isYes() {
      return status == 200;
    }

    /** Whether the registry understood and said no, so that asking again gives the same. */
    boolean isNo() {
      return NOT_FOUND.contains(body.path("error_code").asInt()) || REFUSED.contains(status);
    }
  }

  private final List<String> servers;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  /**
   * @param urls one or more, separated by commas
   * @throws ConfigException if one is no http(s) URL
   */
  RegistryServers(String urls) {
    servers =
        Arrays.stream(urls.split(","))
            .map(url -> url.strip().replaceAll("/+$", ""))
            .filter(url -> !url.isEmpty())
            .toList();
    if (servers.isEmpty() || !servers.stream().allMatch(url -> url.matches("https?://.+"))) {
      throw new ConfigException(
          SchemaRegistry.URL, urls, "must be " + SchemaRegistry.LOCAL_URL + " or http(s) URLs");
    }
  }

  /**
   * The yes or no of the first server that gives either.
   *
   * @throws SchemaRegistryUnavailableException if none does
   */
  Answer get(String path) {
    return ask("GET", path, BodyPublishers.noBody());
  }

  /** As {@link #get}, with something to say. */
  Answer post(String path, JsonNode body) {
    return ask("POST", path, BodyPublishers.ofString(body.toString()));
  }

  private Answer ask(String method, String path, BodyPublisher body) {
    SchemaRegistryUnavailableException failures =
        new SchemaRegistryUnavailableException("No schema registry answers at " + servers);
    for (String server : servers) {
      try {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(server + path))
                .timeout(ANSWER)
                .header("Accept", JSON_TYPE)
                .header("Content-Type", JSON_TYPE)
                .method(method, body)
                .build();
        return send(request);
      } catch (IOException e) {
        failures.addSuppressed(e);
      }
    }
    throw failures;
  }

  private Answer send(HttpRequest request) throws IOException {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      Answer answer = new Answer(response.statusCode(), json(response.body()));
      if (!answer.isYes() && !answer.isNo()) {
        throw new IOException(request.uri() + " answers " + answer.status());
      }
      return answer;
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
