package booking.worker;

import booking.worker.deadletter.DeadLetterDesk;
import booking.worker.deadletter.LetterFilter;
import booking.worker.operator.NotDoneException;
import io.dropwizard.util.Duration;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import net.sourceforge.argparse4j.inf.Subparsers;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The command that lists dead letters, shows them, and sends them again. */
final class DeadLettersCommand extends OperatorCommand {

  private static final int LISTED = 50;

  private final InstantSource clock;

  DeadLettersCommand(Surroundings surroundings, InstantSource clock) {
    super("dead-letters", "Lists, shows and replays what could not be used", surroundings);
    this.clock = clock;
  }

  @Override
  public void configure(Subparser subparser) {
    super.configure(subparser);
    Subparsers tasks = subparser.addSubparsers().dest("task");
    Subparser list = tasks.addParser("list").help("the newest, one a line, the newest last");
    list.addArgument("--since").help("a time (2027-03-28T10:00:00Z) or how long ago (2h, 7d)");
    list.addArgument("--reason").help("only those with this in their reason");
    list.addArgument("--limit").type(Integer.class).setDefault(LISTED).help("how many at most");
    tasks.addParser("show").help("all of one").addArgument("letter").help("e.g. 3:17");
    tasks
        .addParser("replay")
        .help("sends them again to where they came from")
        .addArgument("letters")
        .nargs("+")
        .help("e.g. 3:17 0:4");
  }

  /** By name: the words that follow the command are tasks and letters. */
  @Override
  protected Argument addFileArgument(Subparser subparser) {
    return subparser
        .addArgument("--settings")
        .dest("file")
        .setDefault(SettingsSource.BUNDLED)
        .help("settings file");
  }

  @Override
  boolean answer(Namespace arguments, WorkerConfiguration settings) {
    Map<String, Object> writing = new HashMap<>(settings.kafka().client());
    writing.put("acks", "all");
    // The records that became letters had their place in the topic, however large.
    writing.put("max.request.size", 64 * 1024 * 1024);
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings.readingSettings());
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(writing, new ByteArraySerializer(), new ByteArraySerializer())) {
      DeadLetterDesk desk =
          new DeadLetterDesk(
              new DeadLetterDesk.Clients(consumer, producer),
              settings.kafka().wire().deserializer(),
              this::say);
      switch (arguments.getString("task")) {
        case "list" -> desk.list(filter(arguments));
        case "show" -> desk.show(arguments.getString("letter"));
        default -> desk.replay(arguments.getList("letters"));
      }
    }
    return true;
  }

  private LetterFilter filter(Namespace arguments) {
    try {
      return new LetterFilter(
          Optional.ofNullable(arguments.getString("since")).map(this::time),
          Optional.ofNullable(arguments.getString("reason")),
          arguments.getInt("limit"));
    } catch (IllegalArgumentException wrong) {
      throw new NotDoneException(wrong.getMessage() + ".", wrong);
    }
  }

  private Instant time(String text) {
    try {
      return text.contains("T")
          ? Instant.parse(text)
          : clock.instant().minus(Duration.parse(text).toJavaDuration());
    } catch (DateTimeException | IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "--since=%s is no time: write 2h, 7d, or 2027-03-28T10:00:00Z".formatted(text), wrong);
    }
  }
}
