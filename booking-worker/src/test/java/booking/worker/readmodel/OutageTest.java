package booking.worker.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class OutageTest {

  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(Outage.class);
  private final Level before = logger.getLevel();
  private final ReadModelMonitor monitor = new ReadModelMonitor();
  private final Outage outage = new Outage(monitor);

  @BeforeEach
  void listen() {
    logger.setLevel(Level.INFO);
    lines.start();
    logger.addAppender(lines);
  }

  @AfterEach
  void leave() {
    logger.detachAppender(lines);
    logger.setLevel(before);
  }

  @Test
  void patienceGrowsToTwoSecondsAndStartsAnewAfterSuccess() {
    assertThat(Stream.generate(this::failed).limit(7).map(Duration::toMillis))
        .containsExactly(100L, 200L, 400L, 800L, 1600L, 2000L, 2000L);
    outage.over();
    assertThat(failed()).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void patienceIsBoundedHoweverLongItLasts() {
    assertThat(Stream.generate(this::failed).limit(200).skip(199))
        .containsExactly(Duration.ofSeconds(2));
  }

  @Test
  void beginningAndEndAreOneLineEachHoweverManyTriesFail() {
    Stream.generate(this::failed).limit(5).forEach(wait -> {});
    assertThat(outage.lasts()).isTrue();
    outage.over();
    outage.over();
    assertThat(outage.lasts()).isFalse();
    assertThat(lines.list)
        .extracting(line -> line.getLevel() + " " + line.getFormattedMessage())
        .containsExactly(
            "WARN read_model=waiting reason=\"away\"", "INFO read_model=goes_on tries=5");
    assertThat(monitor.retries()).isEqualTo(5);
  }

  private Duration failed() {
    return outage.failed(new IllegalStateException("away"));
  }
}
