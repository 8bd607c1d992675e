package booking.local.compose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A compose file, read. */
record ComposeFile(List<Container> containers) {

  private static final Pattern REQUIRED = Pattern.compile("\\$\\{(\\w+):\\?");

  /** One container with all its keys, those that it shares with others too. */
  record Container(String name, Map<?, ?> keys) {

    String text(String key) {
      return keys.containsKey(key) ? keys.get(key).toString() : "";
    }

    List<String> list(String key) {
      return keys.get(key) instanceof List<?> items
          ? items.stream().map(Object::toString).toList()
          : List.of();
    }

    /** The folder of the program that it runs, empty if it is none of ours. */
    Optional<String> program() {
      String image = text("image");
      return image.startsWith("booking-")
          ? Optional.of(image.substring(0, image.indexOf(':')).replace("sandbox", "local"))
          : Optional.empty();
    }

    Map<String, String> environment() {
      return ((Map<?, ?>) keys.get("environment"))
          .entrySet().stream()
              .collect(Collectors.toMap(e -> e.getKey().toString(), e -> e.getValue().toString()));
    }
  }

  ComposeFile {
    containers = List.copyOf(containers);
  }

  static ComposeFile parse(String yaml) {
    Map<?, ?> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    Map<?, ?> services = (Map<?, ?>) all.get("services");
    return new ComposeFile(
        services.entrySet().stream()
            .map(e -> new Container(e.getKey().toString(), (Map<?, ?>) e.getValue()))
            .toList());
  }

  Container container(String name) {
    return containers.stream().filter(any -> any.name().equals(name)).findFirst().orElseThrow();
  }

  /** The names without which nothing starts. */
  static Set<String> requiredIn(String yaml) {
    return REQUIRED
        .matcher(yaml)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toSet());
  }
}
