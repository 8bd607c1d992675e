package booking.worker.stream;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it, before the first record is read, that every topic is there and is what the rules rely
 * on. Missing ones are made; one that is wrong is left alone and refused.
 */
public final class TopicPreparation {

  private static final Logger LOG = LoggerFactory.getLogger(TopicPreparation.class);
  private static final String CLOCK = "message.timestamp.type";

  private final List<NewTopic> wanted;

  public TopicPreparation(List<NewTopic> wanted) {
    this.wanted = List.copyOf(wanted);
  }

  /**
   * Makes what is missing and checks what is there.
   *
   * @throws IllegalStateException if a topic is not as it has to be; the message says how to mend
   *     it
   * @throws ExecutionException if the broker cannot be asked
   * @throws InterruptedException if the process is to stop
   */
  public void run(Admin admin) throws ExecutionException, InterruptedException {
    Set<String> there = admin.listTopics().names().get();
    for (NewTopic topic : wanted) {
      if (!there.contains(topic.name())) {
        create(admin, topic);
      }
    }
    List<String> wrong = wrong(admin);
    if (!wrong.isEmpty()) {
      throw new IllegalStateException("Topics are not as they have to be: " + wrong);
    }
  }

  private static void create(Admin admin, NewTopic topic)
      throws ExecutionException, InterruptedException {
    try {
      admin.createTopics(List.of(topic)).all().get();
      LOG.info("topic created name={} partitions={}", topic.name(), topic.numPartitions());
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
      // Another worker was quicker.
    }
  }

  private List<String> wrong(Admin admin) throws ExecutionException, InterruptedException {
    List<String> names = wanted.stream().map(NewTopic::name).toList();
    Map<String, TopicDescription> described = admin.describeTopics(names).allTopicNames().get();
    Map<ConfigResource, Config> configured = admin.describeConfigs(resources(names)).all().get();
    List<String> wrong = new ArrayList<>();
    for (NewTopic topic : wanted) {
      int partitions = described.get(topic.name()).partitions().size();
      if (partitions != topic.numPartitions()) {
        wrong.add(
            "%s has %d partitions instead of %d: set PARTITIONS to what the topics were made with"
                .formatted(topic.name(), partitions, topic.numPartitions()));
      }
      String clock = configured.get(resource(topic.name())).get(CLOCK).value();
      if (!clock.equals(topic.configs().get(CLOCK))) {
        wrong.add(
            "%s has %s=%s: alter it to %s"
                .formatted(topic.name(), CLOCK, clock, topic.configs().get(CLOCK)));
      }
    }
    return wrong;
  }

  private static Collection<ConfigResource> resources(List<String> names) {
    return names.stream().map(TopicPreparation::resource).collect(Collectors.toSet());
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }
}
