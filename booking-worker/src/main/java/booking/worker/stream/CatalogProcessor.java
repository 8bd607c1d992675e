package booking.worker.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import booking.schemas.CatalogRequest;
import booking.schemas.Topics;
import booking.worker.catalog.CatalogCommand;
import java.util.Objects;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Reads what admins ask of the catalogue, one record at a time, and has it answered. */
final class CatalogProcessor implements Processor<byte[], byte[], Object, Object> {

  private final Wire wire;
  private final Rules rules;
  private final Tally tally;
  private final CatalogTranslation translation;
  private @Nullable Open open;

  /** What the processor has once its task runs. */
  private record Open(ProcessorContext<Object, Object> context, CatalogDesk desk, Outbox outbox) {}

  /** A request that has been read whole. */
  private record Read(CatalogRequest request, CatalogCommand command) {}

  CatalogProcessor(Wire wire, Rules rules, Tally tally) {
    this.wire = wire;
    this.rules = rules;
    this.tally = tally;
    this.translation = new CatalogTranslation(rules);
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    Outbox outbox = new Outbox(context, BookingTopology.CATALOGUE, tally);
    CatalogDesk desk = new CatalogDesk(new CatalogStores(context), outbox, rules.refundPolicy());
    open = new Open(context, desk, outbox);
  }

  @Override
  public void process(Record<byte[], byte[]> in) {
    Open catalogue = Objects.requireNonNull(open);
    Letter letter = Letter.received(in, catalogue.context().recordMetadata().orElseThrow());
    Read read;
    try {
      read = read(letter);
    } catch (SerializationException | UnusableException e) {
      catalogue.outbox().deadLetter(letter, Outbox.reason(e));
      return;
    }
    catalogue.desk().answer(read.request(), read.command(), letter.at());
  }

  private Read read(Letter letter) {
    byte[] value =
        letter.value().orElseThrow(() -> new UnusableException("the record has no value"));
    CatalogRequest request = wire.read(Topics.CATALOG_REQUESTS, value);
    CatalogCommand command = translation.command(request);
    String key = letter.key().map(bytes -> new String(bytes, UTF_8)).orElse("");
    Bounds.check(key.equals(Topics.CATALOG_KEY), "KEY_MISMATCH");
    return new Read(request, command);
  }
}
