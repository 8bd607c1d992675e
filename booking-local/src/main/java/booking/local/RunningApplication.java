package booking.local;

import com.codahale.metrics.health.HealthCheck;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.ConfigurationFactory;
import io.dropwizard.configuration.ConfigurationFactoryFactory;
import io.dropwizard.configuration.ConfigurationSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.cli.EnvironmentCommand;
import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.logging.common.ExternalLoggingFactory;
import io.dropwizard.request.logging.ExternalRequestLogFactory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import net.sourceforge.argparse4j.inf.Namespace;
import org.eclipse.jetty.server.Server;

/**
 * One Dropwizard application running in this JVM beside others.
 *
 * <p>Dropwizard's own command line expects a JVM to itself: it sets up logging for all of it and
 * ends it when a start fails.
 */
final class RunningApplication implements AutoCloseable {

  private final Environment environment;
  private final Server server;

  private RunningApplication(Environment environment, Server server) {
    this.environment = environment;
    this.server = server;
  }

  /**
   * Starts the application and returns when its connectors listen.
   *
   * @param settings the yml on the class path that the application brings
   */
  static <C extends Configuration> RunningApplication start(
      Application<C> application, String settings) throws Exception {
    Bootstrap<C> bootstrap = new Bootstrap<>(application);
    application.initialize(bootstrap);
    leaveLoggingAlone(bootstrap);
    Start<C> start = new Start<>(application);
    start.run(bootstrap, new Namespace(Map.of("file", settings)));
    return start.running();
  }

  /** What keeps the application from working, one entry a failing check, e.g. {@code kafka: …}. */
  List<String> troubles() {
    return environment.healthChecks().runHealthChecks().entrySet().stream()
        .filter(check -> !check.getValue().isHealthy())
        .map(check -> check.getKey() + ": " + reason(check.getValue()))
        .toList();
  }

  /** Stops the connectors first, then what the application manages. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (Exception failed) {
      throw new IllegalStateException(environment.getName() + " did not stop cleanly", failed);
    }
  }

  private static String reason(HealthCheck.Result result) {
    return String.valueOf(result.getMessage());
  }

  private static <C extends Configuration> void leaveLoggingAlone(Bootstrap<C> bootstrap) {
    ConfigurationFactoryFactory<C> usual = bootstrap.getConfigurationFactoryFactory();
    bootstrap.setConfigurationFactoryFactory(
        (type, validator, mapper, prefix) ->
            new WithoutLogging<>(usual.create(type, validator, mapper, prefix)));
  }

  /** Reads the settings as usual, but for what they say about logging. */
  private record WithoutLogging<C extends Configuration>(ConfigurationFactory<C> usual)
      implements ConfigurationFactory<C> {

    @Override
    public C build(ConfigurationSourceProvider source, String path)
        throws IOException, ConfigurationException {
      return silenced(usual.build(source, path));
    }

    @Override
    public C build() throws IOException, ConfigurationException {
      return silenced(usual.build());
    }

    private C silenced(C configuration) {
      configuration.setLoggingFactory(new ExternalLoggingFactory());
      if (configuration.getServerFactory() instanceof AbstractServerFactory server) {
        server.setRequestLogFactory(new ExternalRequestLogFactory());
      }
      return configuration;
    }
  }

  /** Dropwizard's own start, but for the part that is about a JVM of its own. */
  private static final class Start<C extends Configuration> extends EnvironmentCommand<C> {

    private final AtomicReference<RunningApplication> started = new AtomicReference<>();
    private final Class<C> configurationType;

    Start(Application<C> application) {
      super(application, "local", "starts the application beside others");
      configurationType = application.getConfigurationClass();
    }

    @Override
    protected Class<C> getConfigurationClass() {
      return configurationType;
    }

    @Override
    protected void run(Environment environment, Namespace namespace, C configuration)
        throws Exception {
      Server server = configuration.getServerFactory().build(environment);
      // Jetty would stop all of them at once when the JVM is told to end, in no order.
      server.setStopAtShutdown(false);
      try {
        server.start();
      } catch (Exception failed) {
        server.stop();
        throw failed;
      }
      started.set(new RunningApplication(environment, server));
    }

    RunningApplication running() {
      return started.get();
    }
  }
}
