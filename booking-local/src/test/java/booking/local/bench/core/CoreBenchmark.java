package booking.local.bench.core;

import static java.util.Objects.requireNonNull;

import booking.schemas.AvroDeserializer;
import booking.schemas.AvroSerializer;
import booking.schemas.BookingEvent;
import booking.schemas.LocalSchemaRegistry;
import booking.schemas.Topics;
import booking.worker.slot.Decision;
import booking.worker.slot.InView;
import booking.worker.slot.Slot;
import booking.worker.slot.SlotCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The single steps of a decision. JMH makes a subclass of it, and calls each method in a loop. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CoreBenchmark {

  private final Slot slot = Samples.slot();
  private final SlotCommand command = Samples.book();
  private final InView nobody = new InView(List.of());
  private final Instant now = Samples.NOW;

  private final String topic = Topics.BOOKING_EVENTS.name();
  private final AvroSerializer<BookingEvent> serializer =
      new AvroSerializer<>(LocalSchemaRegistry.bundled());
  private final AvroDeserializer<BookingEvent> deserializer =
      new AvroDeserializer<>(LocalSchemaRegistry.bundled());
  // As many as it takes that none is remembered when its turn comes again.
  private final List<BookingEvent> events = Stream.generate(Samples::event).limit(8).toList();
  private final byte[] bytes = requireNonNull(serializer.serialize(topic, events.get(0)));
  private int turn;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
  private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
  private final SpecificDatumWriter<BookingEvent> avros =
      new SpecificDatumWriter<>(BookingEvent.getClassSchema());

  /** A seat is wanted and is free. */
  @Benchmark
  public Decision decide() {
    return slot.decide(command, nobody, now);
  }

  @Benchmark
  public byte[] write() {
    return requireNonNull(serializer.serialize(topic, nextEvent()));
  }

  /** The same record by the writer that Avro brings, with the same care for buffers. */
  @Benchmark
  public byte[] writeAsAvroDoes() throws IOException {
    out.reset();
    avros.write(nextEvent(), encoder);
    encoder.flush();
    return out.toByteArray();
  }

  @Benchmark
  public BookingEvent read() {
    return requireNonNull(deserializer.deserialize(topic, bytes));
  }

  private BookingEvent nextEvent() {
    turn = (turn + 1) % events.size();
    return events.get(turn);
  }
}
