package booking.local.bench.part;

import booking.local.bench.baseline.BareTopology;
import booking.local.bench.measure.Figure;
import booking.local.bench.measure.Goal;
import booking.local.bench.measure.Subject;
import booking.local.bench.measure.Turn;
import booking.local.bench.measure.Turns;
import booking.local.bench.measure.Unit;
import booking.local.bench.stage.Backlog;
import booking.local.bench.stage.Houses;
import booking.local.bench.stage.SharedHouse;
import booking.local.bench.stage.Stage;
import booking.local.faults.cluster.Companion;
import booking.local.faults.cluster.Server;
import booking.schemas.Topic;
import booking.schemas.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * How fast requests that wait in Kafka are decided: until their results, events and notifications
 * are committed. Postgres is away meanwhile, so that deciding has the machine for itself, as its
 * baseline has.
 */
public final class Decide implements Part {

  static final String GROUP = "booking-worker";

  private static final int REQUESTS = 100_000;

  // A compiler that is still at work when the clock runs is the price of a start, not of a booking.
  private static final int WARM_UPS = 3;

  private static final Subject SUBJECT =
      Subject.of(
              "decide",
              Unit.PER_SECOND,
              "booking requests that wait in Kafka, decided and committed",
              "a topology that puts one value and forwards one record")
          .toReach(Goal.ratio(40, 70));

  @Override
  public String name() {
    return "decide";
  }

  @Override
  public List<Figure> measure(Houses houses, Turns turns) throws Exception {
    Stage stage = houses.shared().withoutGateway();
    stage.cluster().postgres().stop();
    bareTopology(stage).restart();
    // It leaves the house as it is: the part that comes next builds its own and closes this one.
    return List.of(turns.after(WARM_UPS).compare(SUBJECT, ours(stage), bare(stage)));
  }

  private static Turn ours(Stage stage) {
    String requests = Topics.BOOKING_REQUESTS.name();
    Backlog backlog = new Backlog(stage, GROUP, requests);
    Checked checked = new Checked(stage, REQUESTS);
    return round ->
        checked.perSecond(backlog, stage.crowd().wanting(REQUESTS, SharedHouse.SLOTS, requests));
  }

  private static Turn bare(Stage stage) {
    String requests = BareTopology.REQUESTS;
    Backlog backlog = new Backlog(stage, BareTopology.GROUP, requests);
    return round -> backlog.perSecond(stage.crowd().wanting(REQUESTS, SharedHouse.SLOTS, requests));
  }

  /** The bare topology, not yet started, with its topics. */
  private static Server bareTopology(Stage stage) {
    List<NewTopic> topics = new ArrayList<>();
    topics.add(as(Topics.BOOKING_REQUESTS, BareTopology.REQUESTS));
    topics.add(as(Topics.BOOKING_RESULTS, BareTopology.RESULTS));
    BareTopology.OTHERS.forEach(name -> topics.add(as(Topics.BOOKING_REQUESTS, name)));
    stage.groups().create(topics);
    Path state = stage.cluster().settings().folder().resolve(BareTopology.GROUP);
    return stage
        .cluster()
        .companion(
            new Companion(
                BareTopology.GROUP,
                BareTopology.class.getName(),
                List.of(stage.cluster().bootstrapServers(), state.toString()),
                Map.of()));
  }

  private static NewTopic as(Topic<?> model, String name) {
    NewTopic topic = model.toCreate(Stage.PARTITIONS, (short) 1);
    return new NewTopic(name, topic.numPartitions(), topic.replicationFactor())
        .configs(topic.configs());
  }
}
