package booking.worker.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import booking.schemas.Actor;
import booking.schemas.AvroDeserializer;
import booking.schemas.AvroSerializer;
import booking.schemas.BookingEvent;
import booking.schemas.BookingNotification;
import booking.schemas.BookingRequest;
import booking.schemas.BookingSnapshot;
import booking.schemas.BookingStatus;
import booking.schemas.CatalogEvent;
import booking.schemas.CatalogRequest;
import booking.schemas.PaymentFailed;
import booking.schemas.PaymentSucceeded;
import booking.schemas.RefundRequested;
import booking.schemas.RefundSettled;
import booking.schemas.RequestResult;
import booking.schemas.Role;
import booking.schemas.SchemaRegistry;
import booking.schemas.SettlementStatus;
import booking.schemas.TimeslotSnapshot;
import booking.schemas.Topic;
import booking.schemas.Topics;
import booking.schemas.ValueFormat;
import booking.schemas.command.Book;
import booking.schemas.command.CreateRoom;
import booking.schemas.command.GenerateTimeslots;
import booking.schemas.internal.BookingRecord;
import booking.schemas.internal.SlotRecord;
import booking.worker.deadletter.LetterHeaders;
import booking.worker.money.RefundPolicy;
import booking.worker.slot.BookingNumber;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/**
 * The topology with the words of those who use it. Its clock stands still until told to go on; a
 * second of it is a tick, as it is in the log.
 */
final class Venue implements AutoCloseable {

  static final Instant MORNING = Instant.parse("2027-03-01T08:00:00Z");
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final long ADMIN = 1;

  private static final Map<String, String> LOCAL =
      Map.of(SchemaRegistry.URL, SchemaRegistry.LOCAL_URL);

  private final Path state;
  private final Topology topology;
  private final TopologyTestDriver driver;
  private Instant now = MORNING;
  private int requests;

  Venue() {
    this(rules());
  }

  Venue(Rules rules) {
    Wire wire =
        new Wire(
            new ValueFormat(
                new ValueFormat.Classes(
                    AvroSerializer.class.getName(), AvroDeserializer.class.getName()),
                LOCAL));
    try {
      state = Files.createTempDirectory("venue");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    StreamsSettings settings =
        new StreamsSettings(
            Map.of("bootstrap.servers", "nobody:1"),
            "venue",
            state.toString(),
            1,
            1,
            Duration.ofMillis(100),
            1,
            0);
    topology = new BookingTopology(wire, rules, new Uncounted()).build();
    driver = new TopologyTestDriver(topology, settings.toProperties(), MORNING);
  }

  static Rules rules() {
    RefundPolicy policy =
        new RefundPolicy(List.of(new RefundPolicy.Tier(24, 100), new RefundPolicy.Tier(6, 50)));
    return new Rules(Duration.ofMinutes(15), Duration.ofDays(30), policy, "EUR", ZONE, false);
  }

  /** How many kinds of task the topology falls into. */
  int subtopologies() {
    return topology.describe().subtopologies().size();
  }

  /** How many stores one partition of each topic brings. */
  int stores() {
    return driver.getAllStateStores().size();
  }

  Instant now() {
    return now;
  }

  /** Lets time go by, with a tick at its end. */
  Venue after(Duration duration) {
    now = now.plus(duration);
    driver.advanceWallClockTime(duration);
    return this;
  }

  Venue at(Instant instant) {
    return after(Duration.between(now, instant));
  }

  RequestResult room(String name, String hourlyRate) {
    return catalogue(
        new CreateRoom(
            name,
            null,
            booking.schemas.RoomType.MEETING,
            4,
            new BigDecimal(hourlyRate),
            null,
            null,
            true,
            null,
            null));
  }

  /** Hour-long slots from nine to five on one day in the room's zone. */
  RequestResult slots(long roomId, LocalDate day, int seats) {
    return catalogue(
        new GenerateTimeslots(
            roomId,
            day,
            day.plusDays(1),
            60,
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            seats,
            null));
  }

  RequestResult catalogue(SpecificRecord command) {
    return catalogue(nextRequest(), command);
  }

  RequestResult catalogue(String requestId, SpecificRecord command) {
    Actor actor = new Actor(ADMIN, Role.ADMIN);
    send(
        Topics.CATALOG_REQUESTS,
        Topics.CATALOG_KEY,
        new CatalogRequest(requestId, (long) command.hashCode(), 0, actor, command));
    return onlyResult();
  }

  RequestResult book(long userId, long timeslotId) {
    return ask(userId, timeslotId, new Book(null, null, null, null));
  }

  RequestResult ask(long userId, long timeslotId, SpecificRecord command) {
    return ask(request(userId, timeslotId, command));
  }

  RequestResult ask(BookingRequest request) {
    send(Topics.BOOKING_REQUESTS, Long.toString(request.getTimeslotId()), request);
    return onlyResult();
  }

  BookingRequest request(long userId, long timeslotId, SpecificRecord command) {
    Role role = userId == ADMIN ? Role.ADMIN : Role.USER;
    return new BookingRequest(
        nextRequest(), (long) command.hashCode(), 0, new Actor(userId, role), timeslotId, command);
  }

  void pay(String paymentId, BookingSnapshot booking) {
    pay(paymentId, booking.getBookingId(), booking.getPrice().toString());
  }

  void pay(String paymentId, long bookingId, String amount) {
    send(
        Topics.PAYMENT_SUCCEEDED,
        paymentId,
        new PaymentSucceeded(paymentId, bookingId, new BigDecimal(amount), "EUR", now));
  }

  void failPayment(String paymentId, long bookingId) {
    send(
        Topics.PAYMENT_FAILED,
        paymentId,
        new PaymentFailed(paymentId, bookingId, "card declined", now));
  }

  void settle(RefundRequested refund, SettlementStatus status) {
    send(
        Topics.REFUND_SETTLED,
        refund.getRefundId(),
        new RefundSettled(
            refund.getRefundId(),
            refund.getPaymentId(),
            refund.getBookingId(),
            status,
            "as asked",
            now));
  }

  <V extends SpecificRecord> void send(Topic<V> topic, String key, V value) {
    send(topic, key, value, now);
  }

  <V extends SpecificRecord> void send(Topic<V> topic, String key, V value, Instant at) {
    AvroSerializer<V> serializer = new AvroSerializer<>();
    serializer.configure(LOCAL, false);
    TestInputTopic<String, V> in =
        driver.createInputTopic(topic.name(), new StringSerializer(), serializer);
    in.pipeInput(key, value, at);
  }

  /** How many records the stores of the slot task hold about this slot. */
  long storedRecords(long timeslotId) {
    long found = 0;
    for (String store : List.of("slots", "bookings", "answers")) {
      try (KeyValueIterator<Object, Object> all = driver.getKeyValueStore(store).all()) {
        while (all.hasNext()) {
          found += belongsTo(timeslotId, all.next().key) ? 1 : 0;
        }
      }
    }
    return found;
  }

  private static boolean belongsTo(long timeslotId, Object key) {
    return key.equals(timeslotId)
        || key instanceof Long id && BookingNumber.timeslotId(id) == timeslotId
        || key.toString().startsWith(timeslotId + "/");
  }

  /** As the ledger would, once more. */
  void sendPaymentToSlot(PaymentSucceeded payment) {
    AvroSerializer<PaymentSucceeded> serializer = new AvroSerializer<>();
    serializer.configure(LOCAL, false);
    byte[] value = serializer.serialize(Topics.PAYMENT_SUCCEEDED.name(), payment);
    Letter letter =
        new Letter(
            new Letter.Origin(Topics.PAYMENT_SUCCEEDED.name(), 0, 0),
            Optional.empty(),
            Optional.ofNullable(value),
            now,
            false);
    driver
        .createInputTopic(
            InternalTopics.SLOT_PAYMENTS, new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(new TestRecord<>(null, value, letter.toForward("1").headers(), now));
  }

  /** As {@link #pay}, by an operator who found it among the dead letters. */
  void payAgain(String paymentId, BookingSnapshot booking) {
    PaymentSucceeded payment =
        new PaymentSucceeded(paymentId, booking.getBookingId(), booking.getPrice(), "EUR", now);
    AvroSerializer<PaymentSucceeded> serializer = new AvroSerializer<>();
    serializer.configure(LOCAL, false);
    RecordHeaders headers = new RecordHeaders();
    headers.add(LetterHeaders.REPLAYED_FROM, "dead-letters/0@0".getBytes(UTF_8));
    driver
        .createInputTopic(Topics.PAYMENT_SUCCEEDED.name(), new StringSerializer(), serializer)
        .pipeInput(new TestRecord<>(paymentId, payment, headers, now));
  }

  /** Makes what is stored of a slot unusable, as a fault of ours might; says what it was. */
  SlotRecord spoil(long timeslotId) {
    KeyValueStore<Long, SlotRecord> slots = driver.getKeyValueStore("slots");
    SlotRecord whole = slots.get(timeslotId);
    TimeslotSnapshot spoilt =
        TimeslotSnapshot.newBuilder(whole.getSnapshot()).setTimeZone("Nowhere").build();
    slots.put(timeslotId, new SlotRecord(spoilt, whole.getLastNumber()));
    return whole;
  }

  void mend(long timeslotId, SlotRecord whole) {
    KeyValueStore<Long, SlotRecord> slots = driver.getKeyValueStore("slots");
    slots.put(timeslotId, whole);
  }

  /** Makes what is stored of a booking unusable; says what it was. */
  BookingRecord spoil(BookingSnapshot booking) {
    KeyValueStore<Long, BookingRecord> bookings = driver.getKeyValueStore("bookings");
    BookingRecord whole = bookings.get(booking.getBookingId());
    BookingSnapshot spoilt =
        BookingSnapshot.newBuilder(whole.getSnapshot()).setStatus(BookingStatus.UNKNOWN).build();
    bookings.put(
        booking.getBookingId(), BookingRecord.newBuilder(whole).setSnapshot(spoilt).build());
    return whole;
  }

  void mend(BookingRecord whole) {
    KeyValueStore<Long, BookingRecord> bookings = driver.getKeyValueStore("bookings");
    bookings.put(whole.getSnapshot().getBookingId(), whole);
  }

  void sendBytes(String topic, byte[] key, byte[] value) {
    driver
        .createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(key, value, now);
  }

  List<RequestResult> results() {
    return read(Topics.BOOKING_RESULTS);
  }

  List<BookingEvent> events() {
    return read(Topics.BOOKING_EVENTS);
  }

  List<CatalogEvent> catalogEvents() {
    return read(Topics.CATALOG_EVENTS);
  }

  List<BookingNotification> notifications() {
    return read(Topics.BOOKING_NOTIFICATIONS);
  }

  List<RefundRequested> refunds() {
    return read(Topics.REFUND_REQUESTED);
  }

  List<TestRecord<byte[], byte[]>> deadLetters() {
    return driver
        .createOutputTopic(
            Topics.DEAD_LETTERS, new ByteArrayDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  /** How many records it wrote since this was last asked, by topic, stores' changelogs included. */
  Map<String, Integer> recordsWritten() {
    Map<String, Integer> written = new TreeMap<>();
    for (String topic : driver.producedTopicNames()) {
      TestOutputTopic<byte[], byte[]> out =
          driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
      int records = out.readRecordsToList().size();
      if (records > 0) {
        written.put(topic, records);
      }
    }
    return written;
  }

  private RequestResult onlyResult() {
    List<RequestResult> all = results();
    if (all.size() != 1) {
      throw new AssertionError("One request, one result; but " + all);
    }
    return all.get(0);
  }

  private <V extends SpecificRecord> List<V> read(Topic<V> topic) {
    AvroDeserializer<V> deserializer = new AvroDeserializer<>();
    deserializer.configure(LOCAL, false);
    TestOutputTopic<String, V> out =
        driver.createOutputTopic(topic.name(), new StringDeserializer(), deserializer);
    return new ArrayList<>(out.readValuesToList());
  }

  private String nextRequest() {
    requests++;
    return new UUID(0, requests).toString();
  }

  @Override
  public void close() {
    driver.close();
    try (Stream<Path> left = Files.walk(state)) {
      left.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts nothing. */
  static final class Uncounted implements Tally {
    @Override
    public void answered(String word) {}

    @Override
    public void deadLetter(String topic) {}

    @Override
    public void event(String kind) {}

    @Override
    public void fault() {}
  }
}
