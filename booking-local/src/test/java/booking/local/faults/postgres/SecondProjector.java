package booking.local.faults.postgres;

import booking.local.faults.Fault;
import booking.local.faults.Row;
import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.Times;
import booking.schemas.AvroDeserializer;
import booking.schemas.LocalSchemaRegistry;
import booking.worker.readmodel.PostgresAddress;
import booking.worker.readmodel.ReadModel;
import booking.worker.readmodel.ReadModelSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * B4: a read model that believes that every partition is its own, as a worker may that was away for
 * long, beside those whose they are.
 */
final class SecondProjector {

  private static final Duration TIME = Duration.ofSeconds(8);
  private static final int BATCH = 2000;

  private SecondProjector() {}

  static Fault fault() {
    return Row.of(
        "B4", "a second owner of all partitions", Times.each(1, 10), SecondProjector::strike);
  }

  private static Strike strike(Scene scene) {
    PostgresAddress address =
        new PostgresAddress(
            scene.cluster().jdbcUrl(),
            "booking_worker",
            Optional.of(scene.cluster().logins().worker()));
    Map<String, String> consumer =
        Map.of(
            "bootstrap.servers",
            scene.cluster().bootstrapServers(),
            "group.id",
            "second-projector-" + scene.random().nextLong(),
            "group.instance.id",
            "second-projector");
    try (AvroDeserializer<SpecificRecord> values =
            new AvroDeserializer<>(LocalSchemaRegistry.bundled());
        ReadModel second =
            new ReadModel(
                new ReadModelSettings(address, consumer, BATCH), values, Clock.systemUTC())) {
      second.start();
      scene.say("a second read model writes too");
      scene.pass(TIME);
      return Strike.plain()
          .with("batches %d, turned away %d".formatted(second.batches(), second.retries()))
          .mustHold(second.retries() > 0, "the second read model was never turned away");
    }
  }
}
