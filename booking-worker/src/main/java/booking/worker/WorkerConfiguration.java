package booking.worker;

import booking.schemas.ClientFile;
import booking.schemas.ValueFormat;
import booking.worker.money.RefundPolicy;
import booking.worker.readmodel.EventSource;
import booking.worker.readmodel.PostgresAddress;
import booking.worker.readmodel.ReadModelSettings;
import booking.worker.stream.Rules;
import booking.worker.stream.StreamsSettings;
import booking.worker.stream.Wire;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that can be set of a worker; the defaults stand in {@code worker.yml}. */
public final class WorkerConfiguration extends Configuration {

  @Valid @NotNull private final Kafka kafka;
  @Valid @NotNull private final Streams streams;
  @Valid @NotNull private final Postgres postgres;
  @Valid @NotNull private final House house;

  public WorkerConfiguration(
      @JsonProperty("kafka") Kafka kafka,
      @JsonProperty("streams") Streams streams,
      @JsonProperty("postgres") Postgres postgres,
      @JsonProperty("house") House house) {
    this.kafka = kafka;
    this.streams = streams;
    this.postgres = postgres;
    this.house = house;
  }

  /**
   * The broker and what travels through it.
   *
   * @param client settings of every Kafka client, by Kafka's own keys, with those of the file
   * @param clientFile of more such settings; empty for none
   * @param registry settings of the serializers, by Confluent's keys
   */
  public record Kafka(
      @NotEmpty Map<String, String> client,
      @NotNull String clientFile,
      @NotEmpty String serializer,
      @NotEmpty String deserializer,
      @NotEmpty Map<String, String> registry,
      @Min(1) int partitions,
      @Min(1) @Max(32_767) int replication) {

    /** Read when asked for: by then it is known that both are there. */
    @Override
    public Map<String, String> client() {
      return ClientFile.over(client, clientFile);
    }

    Wire wire() {
      return new Wire(new ValueFormat(new ValueFormat.Classes(serializer, deserializer), registry));
    }
  }

  /**
   * The topology.
   *
   * @param lagMax waiting records above which the worker says that it is not healthy
   * @param commitAgeMax how long records may wait without any commit before it says so
   */
  public record Streams(
      @NotEmpty String workerId,
      @NotEmpty String stateDir,
      @Min(1) int threads,
      @NotNull Duration commitInterval,
      @Min(0) int standbys,
      @Min(1) long lagMax,
      @NotNull Duration commitAgeMax) {}

  /** Where the read model is. The password is shown nowhere. */
  public record Postgres(
      @NotEmpty
          @Pattern(
              regexp = "jdbc:postgresql:.*",
              message = "must be like jdbc:postgresql://localhost:15432/booking (POSTGRES_URL)")
          String url,
      @NotEmpty String user,
      @NotNull String password,
      @Min(1) int batchSize) {

    PostgresAddress address() {
      return new PostgresAddress(
          url, user, Optional.of(password).filter(given -> !given.isEmpty()));
    }

    @Override
    public String toString() {
      return "Postgres[url=" + url + ", user=" + user + "]";
    }
  }

  /** The rules' settings. */
  public record House(
      @NotNull @MinDuration(1) Duration holdTime,
      @NotNull Duration retention,
      @Valid @NotNull List<Tier> refundPolicy,
      @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
      @NotNull ZoneId timeZone,
      boolean notifyCompleted) {

    /** One step of the refund policy. */
    public record Tier(@Min(0) int hoursBefore, @Min(0) @Max(100) int percent) {}

    Rules rules() {
      List<RefundPolicy.Tier> tiers =
          refundPolicy.stream()
              .map(tier -> new RefundPolicy.Tier(tier.hoursBefore(), tier.percent()))
              .toList();
      return new Rules(
          // Whole milliseconds, as what is stored has: a hold is found again by its end.
          holdTime.toJavaDuration().truncatedTo(ChronoUnit.MILLIS),
          retention.toJavaDuration(),
          new RefundPolicy(tiers),
          currency,
          timeZone,
          notifyCompleted);
    }
  }

  public Kafka kafka() {
    return kafka;
  }

  public Streams streams() {
    return streams;
  }

  public Postgres postgres() {
    return postgres;
  }

  public House house() {
    return house;
  }

  /** The events for whoever reads them from their beginning. */
  EventSource eventSource() {
    return new EventSource(besideTheWorkers(), kafka.wire().deserializer());
  }

  /** Of a consumer that reads what is committed, from where it is told to. */
  Map<String, Object> readingSettings() {
    return besideTheWorkers().consumerSettings();
  }

  /** Without the group in which workers share the events. */
  private ReadModelSettings besideTheWorkers() {
    Map<String, String> reading = new HashMap<>(kafka.client());
    // Who asks the wrong Kafka for a topic must not make it there.
    reading.put("allow.auto.create.topics", "false");
    return new ReadModelSettings(postgres.address(), reading, postgres.batchSize());
  }

  StreamsSettings streamsSettings() {
    return new StreamsSettings(
        new HashMap<>(kafka.client()),
        streams.workerId(),
        streams.stateDir(),
        streams.threads(),
        kafka.partitions(),
        streams.commitInterval().toJavaDuration(),
        kafka.replication(),
        streams.standbys());
  }
}
