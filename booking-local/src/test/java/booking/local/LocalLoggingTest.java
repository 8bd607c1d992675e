package booking.local;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of the log a person sees at the terminal. */
class LocalLoggingTest {

  @ParameterizedTest
  @CsvSource({
    "org.glassfish.jersey.server.ServerRuntime$Responder, ERROR",
    "org.eclipse.jetty.util.HostPort, WARN",
    "org.apache.kafka.controller.EventPerformanceMonitor, ERROR",
    "org.apache.kafka.clients.NetworkClient, WARN",
    "kafka.server.ControllerApis, ERROR"
  })
  void whatClientsOrABusyMachineCauseIsNotForTheConsole(String logger, String level) {
    assertThat(decided(logger, level)).isEqualTo(FilterReply.DENY);
  }

  @ParameterizedTest
  @CsvSource({
    "booking.worker.readmodel.ReadModel, ERROR",
    "org.glassfish.jersey.server.ServerRuntime, ERROR",
    "kafka.server.KafkaServer, ERROR"
  })
  void whatIsWrongIsForTheConsole(String logger, String level) {
    assertThat(decided(logger, level)).isEqualTo(FilterReply.NEUTRAL);
  }

  private static FilterReply decided(String logger, String level) {
    LoggingEvent event = new LoggingEvent();
    event.setLoggerName(logger);
    event.setLevel(Level.valueOf(level));
    event.setLoggerContext(new LoggerContext());
    return LocalLogging.noise().decide(event);
  }
}
