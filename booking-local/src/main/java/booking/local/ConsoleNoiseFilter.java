package booking.local;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Map;

/** Keeps off the console what some loggers say below a level of their own. */
final class ConsoleNoiseFilter extends Filter<ILoggingEvent> {

  private final Map<String, Level> levelByPrefix;

  ConsoleNoiseFilter(Map<String, Level> levelByPrefix) {
    this.levelByPrefix = Map.copyOf(levelByPrefix);
  }

  @Override
  public FilterReply decide(ILoggingEvent event) {
    boolean noise =
        levelByPrefix.entrySet().stream()
            .anyMatch(
                entry ->
                    event.getLoggerName().startsWith(entry.getKey())
                        && !event.getLevel().isGreaterOrEqual(entry.getValue()));
    return noise ? FilterReply.DENY : FilterReply.NEUTRAL;
  }
}
