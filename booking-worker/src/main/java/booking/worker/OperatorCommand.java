package booking.worker;

import booking.worker.operator.NotDoneException;
import booking.worker.stream.KafkaRefusal;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One command of an operator, with the same settings as the worker. It ends with 0 when the answer
 * is yes, with 1 when it is no, and with 2, and what to do, when there is none.
 */
abstract class OperatorCommand extends ConfiguredCommand<WorkerConfiguration> {

  private static final Logger LOG = LoggerFactory.getLogger(OperatorCommand.class);
  private static final int NO = 1;
  private static final int NO_ANSWER = 2;

  private final Console console;
  private final Map<String, String> environment;

  OperatorCommand(String name, String description, Surroundings surroundings) {
    super(name, description);
    this.console = surroundings.console();
    this.environment = quiet(surroundings.environment());
  }

  /** What a command gets from its process. */
  record Surroundings(Console console, Map<String, String> environment) {}

  /** The log is for what is wrong, and does not mix with the answer. */
  private static Map<String, String> quiet(Map<String, String> environment) {
    Map<String, String> quiet =
        new HashMap<>(Map.of("LOG_LEVEL", "WARN", "KAFKA_LOG_LEVEL", "ERROR"));
    quiet.putAll(environment);
    quiet.put("LOG_TARGET", "stderr");
    return quiet;
  }

  /**
   * Does it.
   *
   * @return whether the answer is yes
   */
  abstract boolean answer(Namespace arguments, WorkerConfiguration settings);

  final void say(String line) {
    console.say(line);
  }

  @Override
  protected Argument addFileArgument(Subparser subparser) {
    return super.addFileArgument(subparser).setDefault(SettingsSource.BUNDLED);
  }

  @Override
  public void run(Bootstrap<?> bootstrap, Namespace arguments) throws Exception {
    bootstrap.setConfigurationSourceProvider(SettingsSource.with(environment));
    try {
      super.run(bootstrap, arguments);
    } catch (NotDoneException | ConfigurationException | IOException told) {
      throw notDone(told.getMessage());
    } catch (KafkaException kafka) {
      throw notDone(reason(kafka) + ". " + advice(kafka) + ", then repeat.");
    } catch (CommandEndedException ended) {
      throw ended;
    } catch (RuntimeException fault) {
      LOG.error("command={} failed", getName(), fault);
      throw notDone("It met a fault of the program, which the log shows; please report it.");
    }
  }

  private static String advice(KafkaException kafka) {
    return KafkaRefusal.isIn(kafka)
        ? "Check KAFKA_CLIENT_FILE, and in docs/operations.md what its user may do"
        : "Check that Kafka is up and KAFKA_BOOTSTRAP_SERVERS";
  }

  /** What Kafka says last: that a client could not be made does not tell why. */
  private static String reason(KafkaException failed) {
    String last =
        Stream.<Throwable>iterate(failed, cause -> cause != null, Throwable::getCause)
            .flatMap(cause -> Optional.ofNullable(cause.getMessage()).stream())
            .reduce(failed.toString(), (outer, inner) -> inner);
    return last.endsWith(".") ? last.substring(0, last.length() - 1) : last;
  }

  private CommandEndedException notDone(String why) {
    say("Not done. " + why);
    return new CommandEndedException(NO_ANSWER);
  }

  @Override
  protected void run(
      Bootstrap<WorkerConfiguration> bootstrap, Namespace arguments, WorkerConfiguration settings) {
    if (!answer(arguments, settings)) {
      throw new CommandEndedException(NO);
    }
  }

  @Override
  public void onError(Cli cli, Namespace arguments, Throwable failure) {
    if (!(failure instanceof CommandEndedException)) {
      super.onError(cli, arguments, failure);
    }
  }
}
