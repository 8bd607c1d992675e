package booking.local.security;

import booking.local.security.Page.Right;
import booking.worker.stream.InternalTopics;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The page's words for rights, as Kafka knows them. */
final class AccessRules {

  private static final String EVERY_TOPIC = "every topic of the table below";
  private static final Pattern NAME = Pattern.compile("`([a-z-]+\\*?)`");

  private AccessRules() {}

  static Stream<AclBinding> of(Right right) {
    return resources(right.on()).stream()
        .flatMap(
            resource ->
                right.operations().stream()
                    .map(operation -> new AclBinding(resource, entry(right, operation))));
  }

  private static List<ResourcePattern> resources(String on) {
    if (on.equals(EVERY_TOPIC)) {
      return InternalTopics.all(1, (short) 1).stream()
          .map(topic -> new ResourcePattern(ResourceType.TOPIC, topic.name(), PatternType.LITERAL))
          .toList();
    }
    ResourceType type = type(on);
    return NAME.matcher(on).results().map(name -> resource(type, name)).toList();
  }

  private static ResourceType type(String on) {
    return switch (on.substring(0, on.indexOf(" `"))) {
      case "topic", "topics" -> ResourceType.TOPIC;
      case "group", "groups" -> ResourceType.GROUP;
      case "transactional ids" -> ResourceType.TRANSACTIONAL_ID;
      default -> throw new IllegalArgumentException("The page gives rights on: " + on);
    };
  }

  private static ResourcePattern resource(ResourceType type, MatchResult found) {
    String name = found.group(1);
    return name.endsWith("*")
        ? new ResourcePattern(type, name.replace("*", ""), PatternType.PREFIXED)
        : new ResourcePattern(type, name, PatternType.LITERAL);
  }

  private static AccessControlEntry entry(Right right, String operation) {
    String name = operation.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    return new AccessControlEntry(
        "User:" + right.principal(), "*", AclOperation.valueOf(name), AclPermissionType.ALLOW);
  }
}
