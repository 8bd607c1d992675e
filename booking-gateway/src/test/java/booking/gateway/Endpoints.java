package booking.gateway;

import booking.gateway.RunningApi.Call;
import booking.gateway.auth.Authenticated;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every call of the API, as its resources declare them. */
final class Endpoints {

  private Endpoints() {}

  /**
   * One call.
   *
   * @param path with its parameters in braces
   * @param authenticated whether it needs a token
   */
  record Endpoint(String verb, String path, boolean authenticated) {

    /** The call about the thing with this id, with an empty object for a body if it writes. */
    Call call(String id) {
      String body = verb.equals("GET") ? "" : "{}";
      return Call.of(verb, path.replaceAll("\\{[^}]*}", id), body);
    }
  }

  static List<Endpoint> all() {
    return GatewayApi.DESCRIBED.stream().flatMap(Endpoints::of).toList();
  }

  private static Stream<Endpoint> of(Class<?> resource) {
    boolean authenticated = resource.isAnnotationPresent(Authenticated.class);
    return Stream.of(resource.getDeclaredMethods())
        .flatMap(
            method ->
                verb(method)
                    .map(verb -> new Endpoint(verb, path(resource, method), authenticated))
                    .stream());
  }

  private static Optional<String> verb(Method method) {
    return Stream.of(method.getAnnotations())
        .map(Annotation::annotationType)
        .flatMap(type -> Stream.ofNullable(type.getAnnotation(HttpMethod.class)))
        .map(HttpMethod::value)
        .findFirst();
  }

  private static String path(Class<?> resource, Method method) {
    String root = resource.getAnnotation(Path.class).value().replaceAll("/$", "");
    return Stream.ofNullable(method.getAnnotation(Path.class))
        .map(path -> root + "/" + path.value())
        .findFirst()
        .orElse(root);
  }
}
