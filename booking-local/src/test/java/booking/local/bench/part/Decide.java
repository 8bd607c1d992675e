package booking.local.bench.part;

import booking.local.bench.baseline.BareTopology;
import booking.local.bench.measure.Figure;
import booking.local.bench.measure.Goal;
import booking.local.bench.measure.Subject;
import booking.local.bench.measure.Turns;
import booking.local.bench.measure.Unit;
import booking.local.bench.stage.Backlog;
import booking.local.bench.stage.Crowd;
import booking.local.bench.stage.Stage;
import booking.local.faults.cluster.Companion;
import booking.local.faults.cluster.Server;
import booking.schemas.Topics;
import java.nio.file.Path;
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

  private static final int SLOTS = 100_000;
  private static final int REQUESTS = 100_000;
  private static final int SEATS = 40;

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
  public List<Figure> measure(Path folder, Turns turns) throws Exception {
    try (Stage stage = Stage.in(folder, 0, Map.of())) {
      Server bare = bare(stage);
      stage.cluster().postgres().stop();
      stage.catalogue().open(stage, SLOTS, SEATS);
      Crowd crowd = stage.crowd();
      String requests = Topics.BOOKING_REQUESTS.name();
      Backlog ours = new Backlog(stage, stage.worker(), GROUP, requests);
      Backlog theirs = new Backlog(stage, bare, BareTopology.GROUP, BareTopology.REQUESTS);
      return List.of(
          turns.compare(
              SUBJECT,
              round ->
                  new Checked(stage, REQUESTS)
                      .perSecond(ours, crowd.wanting(REQUESTS, SLOTS, requests)),
              round -> theirs.perSecond(crowd.wanting(REQUESTS, SLOTS, BareTopology.REQUESTS))));
    }
  }

  private static Server bare(Stage stage) {
    stage
        .groups()
        .create(
            List.of(
                sameAs(Topics.BOOKING_REQUESTS.toCreate(Stage.PARTITIONS, (short) 1), true),
                sameAs(Topics.BOOKING_RESULTS.toCreate(Stage.PARTITIONS, (short) 1), false)));
    String state = stage.cluster().settings().folder().resolve("bare").toString();
    Server bare =
        stage
            .cluster()
            .companion(
                new Companion(
                    "bare",
                    BareTopology.class.getName(),
                    List.of(stage.cluster().bootstrapServers(), state),
                    Map.of()));
    bare.restart();
    return bare;
  }

  private static NewTopic sameAs(NewTopic topic, boolean requests) {
    return new NewTopic(
            requests ? BareTopology.REQUESTS : BareTopology.RESULTS,
            topic.numPartitions(),
            topic.replicationFactor())
        .configs(topic.configs());
  }
}
