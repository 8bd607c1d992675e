package booking.worker;

import booking.worker.readmodel.ReadModel;
import booking.worker.readmodel.ReadModelSettings;
import booking.worker.readmodel.ReadModelStatus;
import booking.worker.stream.BookingTopology;
import booking.worker.stream.Deciding;
import booking.worker.stream.InternalTopics;
import booking.worker.stream.StreamsSettings;
import booking.worker.stream.Tally;
import booking.worker.stream.Wire;
import com.codahale.metrics.MetricRegistry;
import com.fasterxml.jackson.databind.DeserializationFeature;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.AutoCloseableManager;
import io.prometheus.metrics.exporter.servlet.jakarta.PrometheusMetricsServlet;
import io.prometheus.metrics.instrumentation.dropwizard.DropwizardExports;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import net.sourceforge.argparse4j.inf.ArgumentParserException;

/** The worker: decides what the gateway, the payment service and time ask, and fills Postgres. */
public final class BookingWorker extends Application<WorkerConfiguration> {

  private static final String READ_MODEL_GROUP = "booking-read-model";

  private final Map<String, String> environment;
  private final Consumer<Throwable> onFatal;

  /** A worker whose process ends, with code 1, on an error after which nothing is decided. */
  public BookingWorker(Map<String, String> environment) {
    this(environment, error -> new Thread(() -> System.exit(1), "fatal").start());
  }

  /**
   * @param environment what fills the names in {@code worker.yml}
   * @param onFatal told of an error after which nothing is decided any more
   */
  public BookingWorker(Map<String, String> environment, Consumer<Throwable> onFatal) {
    this.environment = Map.copyOf(environment);
    this.onFatal = onFatal;
  }

  /** Without arguments: serves, with the settings that the jar brings. */
  public static void main(String[] args) throws Exception {
    // Kafka Streams words a text for each record that it takes, read or not. It does so quickest in
    // this locale, the only one whose digits Java need not look up; nothing of ours depends on it.
    Locale.setDefault(Locale.US);
    String[] arguments = args.length == 0 ? new String[] {"server", SettingsSource.BUNDLED} : args;
    new BookingWorker(System.getenv()).run(arguments);
  }

  @Override
  public String getName() {
    return "booking-worker";
  }

  @Override
  public void initialize(Bootstrap<WorkerConfiguration> bootstrap) {
    // A number that is left out is a mistake, not a zero.
    bootstrap.getObjectMapper().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    bootstrap.setConfigurationSourceProvider(SettingsSource.with(environment));
    OperatorCommand.Surroundings surroundings =
        new OperatorCommand.Surroundings(Console.standard(), environment);
    bootstrap.addCommand(new VerifyCommand(surroundings));
    bootstrap.addCommand(new RebuildCommand(surroundings));
    bootstrap.addCommand(new DeadLettersCommand(surroundings, Clock.systemUTC()));
  }

  /** What operators asked for ends with its own code, also when it was asked for wrongly. */
  @Override
  protected void onFatalError(Throwable failure) {
    if (failure instanceof CommandEndedException ended) {
      System.exit(ended.exitCode());
    }
    System.exit(failure instanceof ArgumentParserException ? 2 : 1);
  }

  @Override
  public void run(WorkerConfiguration configuration, Environment dropwizard) {
    dropwizard.jersey().disable();
    Wire wire = configuration.kafka().wire();
    wire.tryOut();
    PrometheusRegistry exported = new PrometheusRegistry();
    Deciding deciding = deciding(configuration, wire, new Counts(exported));
    ReadModel readModel = readModel(configuration, wire);
    watch(configuration, dropwizard, deciding, readModel);
    export(dropwizard, exported);
    dropwizard.lifecycle().manage(new AutoCloseableManager(readModel));
    dropwizard.lifecycle().manage(new AutoCloseableManager(deciding));
    deciding.start();
    readModel.start();
  }

  private Deciding deciding(WorkerConfiguration configuration, Wire wire, Tally tally) {
    WorkerConfiguration.Kafka kafka = configuration.kafka();
    BookingTopology topology = new BookingTopology(wire, configuration.house().rules(), tally);
    return new Deciding(
        new Deciding.Setup(
            topology.build(),
            configuration.streamsSettings(),
            InternalTopics.all(kafka.partitions(), (short) kafka.replication())),
        onFatal);
  }

  private static ReadModel readModel(WorkerConfiguration configuration, Wire wire) {
    Map<String, String> consumer = new HashMap<>(configuration.kafka().client());
    consumer.put("group.id", READ_MODEL_GROUP);
    consumer.put("group.instance.id", configuration.streams().workerId());
    // As long as the slots of a worker that is gone stand still, and no longer.
    consumer.put("session.timeout.ms", Integer.toString(StreamsSettings.SILENCE_MILLIS));
    consumer.put("heartbeat.interval.ms", Integer.toString(StreamsSettings.HEARTBEAT_MILLIS));
    WorkerConfiguration.Postgres postgres = configuration.postgres();
    return new ReadModel(
        new ReadModelSettings(postgres.address(), consumer, postgres.batchSize()),
        wire.deserializer(),
        Clock.systemUTC());
  }

  private static void watch(
      WorkerConfiguration configuration,
      Environment dropwizard,
      Deciding deciding,
      ReadModel readModel) {
    DecidingHealth.Bounds bounds =
        new DecidingHealth.Bounds(
            configuration.streams().lagMax(),
            configuration.streams().commitAgeMax().toJavaDuration());
    dropwizard.healthChecks().register("deciding", new DecidingHealth(deciding::status, bounds));
    dropwizard.healthChecks().register("read-model", new ReadModelHealth(readModel::status));
    MetricRegistry metrics = dropwizard.metrics();
    metrics.registerGauge("deciding.tasks", () -> deciding.status().tasks());
    metrics.registerGauge("deciding.lag", () -> deciding.status().lag());
    metrics.registerGauge(
        "deciding.seconds_since_commit", () -> deciding.status().sinceCommit().toSeconds());
    metrics.registerGauge("deciding.ready", () -> deciding.status().deciding() ? 1 : 0);
    metrics.registerGauge("read_model.rows", readModel::rows);
    metrics.registerGauge("read_model.batches", readModel::batches);
    metrics.registerGauge("read_model.retries", readModel::retries);
    metrics.registerGauge("read_model.lag", () -> readModel.status().lag().orElse(-1));
    metrics.registerGauge(
        "read_model.stopped",
        () -> readModel.status().state() == ReadModelStatus.State.STOPPED ? 1 : 0);
  }

  private static void export(Environment dropwizard, PrometheusRegistry exported) {
    DropwizardExports.builder().dropwizardRegistry(dropwizard.metrics()).register(exported);
    dropwizard
        .admin()
        .addServlet("prometheus", new PrometheusMetricsServlet(exported))
        .addMapping("/metrics");
  }
}
