package booking.local;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import io.dropwizard.logging.common.BootstrapLogging;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of the whole JVM: all of it in files of bounded size, and on the console only what a
 * person must see.
 */
final class LocalLogging {

  private static final String PATTERN = "%d{ISO8601} %-5level [%thread] %logger{36} %msg%n";

  /** They warn of what is usual on one machine: rejoining clients, settings meant for clusters. */
  private static final Map<String, Level> FILE_ONLY_BELOW =
      Map.of(
          "org.apache.kafka", Level.ERROR,
          "kafka", Level.ERROR,
          // On a slow start the broker asks its own controller too early, and asks again.
          "kafka.server.ControllerApis", Level.OFF,
          "state.change.logger", Level.ERROR,
          "io.zonky", Level.ERROR,
          "com.zaxxer.hikari", Level.ERROR,
          // As in gateway.yml: who hangs up while being answered would be a stack trace.
          "org.glassfish.jersey.server.ServerRuntime$Responder", Level.OFF,
          // A client wrote nonsense as the host; it was told so.
          "org.eclipse.jetty.util.HostPort", Level.ERROR,
          // Says that the machine is busy, which people notice.
          "org.apache.kafka.controller.EventPerformanceMonitor", Level.OFF,
          // What it has to say to people, it says itself.
          "booking.local", Level.OFF);

  private LocalLogging() {}

  /** Sends everything of level INFO and above to {@code booking.log} in this folder. */
  static void to(Path folder) {
    // Dropwizard does this in the constructor of its first application: let it be over.
    BootstrapLogging.bootstrap();
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(started(file(context, folder), context));
    root.addAppender(started(console(context), context));
  }

  private static RollingFileAppender<ILoggingEvent> file(LoggerContext context, Path folder) {
    RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
    file.setFile(folder.resolve("booking.log").toString());
    FixedWindowRollingPolicy window = new FixedWindowRollingPolicy();
    window.setContext(context);
    window.setParent(file);
    window.setFileNamePattern(folder.resolve("booking.%i.log").toString());
    window.setMaxIndex(5);
    window.start();
    SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
    size.setContext(context);
    size.setMaxFileSize(new FileSize(20 * FileSize.MB_COEFFICIENT));
    size.start();
    file.setRollingPolicy(window);
    file.setTriggeringPolicy(size);
    return file;
  }

  private static ConsoleAppender<ILoggingEvent> console(LoggerContext context) {
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    ThresholdFilter warnings = new ThresholdFilter();
    warnings.setLevel(Level.WARN.toString());
    warnings.start();
    console.addFilter(warnings);
    console.addFilter(noise());
    return console;
  }

  static ConsoleNoiseFilter noise() {
    return new ConsoleNoiseFilter(FILE_ONLY_BELOW);
  }

  private static <A extends OutputStreamAppender<ILoggingEvent>> A started(
      A appender, LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.start();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }
}
