package booking.worker.stream;

import booking.schemas.Topic;
import booking.schemas.Topics;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;

/**
 * The whole graph. Four writers, each the only one for its keys: the catalogue, the intake that
 * gives every message about a payment its key, the ledger by payment, and the slots.
 *
 * <pre>
 * catalog-requests ──▶ catalogue ──(slot-commands)──────────────┐
 * booking-requests ─────────────────────────────────────────────┤
 * slot-ticks ───────────────────────────────────────────────────┼─▶ slots
 * payment-succeeded, payment-failed, refund-settled             │
 *        ──▶ intake ──(payments-by-id)──▶ ledger ──(slot-payments)┘
 * </pre>
 *
 * <p>Each writer has sinks of its own, also where two write to one topic: a shared sink would tie
 * them into one task, and a long generation of slots would hold up payments.
 */
public final class BookingTopology {

  static final String CATALOGUE = "catalogue";
  static final String INTAKE = "intake";
  static final String LEDGER = "ledger";
  static final String SLOTS = "slots";

  private static final Deserializer<byte[]> BYTES = new ByteArrayDeserializer();
  private static final Serializer<byte[]> RAW = new ByteArraySerializer();
  private static final Serializer<String> TEXT = new StringSerializer();

  private final Wire wire;
  private final Rules rules;
  private final Tally tally;

  public BookingTopology(Wire wire, Rules rules, Tally tally) {
    this.wire = wire;
    this.rules = rules;
    this.tally = tally;
  }

  /** How many stores a worker has that has all partitions. */
  static int stores(int partitions) {
    int ofSlots = SlotProcessor.stores().size();
    int ofLedger = 1;
    return CatalogStores.builders().size() + partitions * (ofSlots + ofLedger);
  }

  public Topology build() {
    Topology topology = new Topology();
    catalogue(topology);
    payments(topology);
    slots(topology);
    return topology;
  }

  private void catalogue(Topology topology) {
    topology
        .addSource("admins", BYTES, BYTES, Topics.CATALOG_REQUESTS.name())
        .addProcessor(CATALOGUE, () -> new CatalogProcessor(wire, rules, tally), "admins");
    CatalogStores.builders().forEach(store -> topology.addStateStore(store, CATALOGUE));
    sink(topology, CATALOGUE, Topics.CATALOG_EVENTS);
    sink(topology, CATALOGUE, InternalTopics.SLOT_COMMANDS, wire.internal().serializer());
    results(topology, CATALOGUE);
    deadLetters(topology, CATALOGUE);
  }

  private void payments(Topology topology) {
    topology
        .addSource(
            "payment-service",
            BYTES,
            BYTES,
            Topics.PAYMENT_SUCCEEDED.name(),
            Topics.PAYMENT_FAILED.name(),
            Topics.REFUND_SETTLED.name())
        .addProcessor(INTAKE, () -> new PaymentIntake(wire, tally), "payment-service")
        .addSource("payments-by-id", BYTES, BYTES, InternalTopics.PAYMENTS_BY_ID)
        .addProcessor(LEDGER, () -> new PaymentLedger(wire, tally), "payments-by-id")
        .addStateStore(PaymentLedger.builder(), LEDGER);
    sink(topology, INTAKE, InternalTopics.PAYMENTS_BY_ID, RAW);
    sink(topology, LEDGER, InternalTopics.SLOT_PAYMENTS, RAW);
    deadLetters(topology, INTAKE);
    deadLetters(topology, LEDGER);
  }

  private void slots(Topology topology) {
    topology
        .addSource(
            "slot-messages",
            BYTES,
            BYTES,
            Topics.BOOKING_REQUESTS.name(),
            InternalTopics.SLOT_COMMANDS,
            InternalTopics.SLOT_PAYMENTS,
            InternalTopics.SLOT_TICKS)
        .addProcessor(SLOTS, () -> new SlotProcessor(wire, rules, tally), "slot-messages");
    SlotProcessor.stores().forEach(store -> topology.addStateStore(store, SLOTS));
    sink(topology, SLOTS, Topics.BOOKING_EVENTS);
    sink(topology, SLOTS, Topics.BOOKING_NOTIFICATIONS);
    sink(topology, SLOTS, Topics.REFUND_REQUESTED);
    topology.addSink(
        Outbox.sink(SLOTS, InternalTopics.SLOT_TICKS),
        InternalTopics.SLOT_TICKS,
        TEXT,
        new Tick.Format(),
        Tick.Format::partition,
        SLOTS);
    results(topology, SLOTS);
    deadLetters(topology, SLOTS);
  }

  private void results(Topology topology, String writer) {
    topology.addSink(
        Outbox.sink(writer, Topics.BOOKING_RESULTS.name()),
        Topics.BOOKING_RESULTS.name(),
        TEXT,
        new Reply.Format(wire.serializer(Topics.BOOKING_RESULTS)),
        Reply.Format::partition,
        writer);
  }

  private static void deadLetters(Topology topology, String writer) {
    topology.addSink(
        Outbox.sink(writer, Topics.DEAD_LETTERS), Topics.DEAD_LETTERS, RAW, RAW, writer);
  }

  private void sink(Topology topology, String writer, Topic<?> topic) {
    sink(topology, writer, topic.name(), wire.serializer(topic));
  }

  private static void sink(
      Topology topology, String writer, String topic, Serializer<?> serializer) {
    topology.addSink(Outbox.sink(writer, topic), topic, TEXT, serializer, writer);
  }
}
