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
 */
public final class BookingTopology {

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

  public Topology build() {
    Topology topology = new Topology();
    catalogue(topology);
    payments(topology);
    slots(topology);
    sinks(topology);
    return topology;
  }

  private void catalogue(Topology topology) {
    topology
        .addSource("admins", BYTES, BYTES, Topics.CATALOG_REQUESTS.name())
        .addProcessor("catalogue", () -> new CatalogProcessor(wire, rules, tally), "admins");
    CatalogStores.BUILDERS.forEach(store -> topology.addStateStore(store, "catalogue"));
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
        .addProcessor("intake", () -> new PaymentIntake(wire, tally), "payment-service")
        .addSink(Sinks.PAYMENTS_BY_ID, InternalTopics.PAYMENTS_BY_ID, TEXT, RAW, "intake")
        .addSource("payments-by-id", BYTES, BYTES, InternalTopics.PAYMENTS_BY_ID)
        .addProcessor("ledger", () -> new PaymentLedger(wire, tally), "payments-by-id")
        .addStateStore(PaymentLedger.STORE, "ledger")
        .addSink(Sinks.SLOT_PAYMENTS, InternalTopics.SLOT_PAYMENTS, TEXT, RAW, "ledger");
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
        .addProcessor("slots", () -> new SlotProcessor(wire, rules, tally), "slot-messages");
    SlotStores.BUILDERS.forEach(store -> topology.addStateStore(store, "slots"));
  }

  private void sinks(Topology topology) {
    sink(topology, Topics.BOOKING_EVENTS, "slots");
    sink(topology, Topics.BOOKING_NOTIFICATIONS, "slots");
    sink(topology, Topics.REFUND_REQUESTED, "slots");
    sink(topology, Topics.CATALOG_EVENTS, "catalogue");
    topology
        .addSink(
            Sinks.SLOT_COMMANDS,
            InternalTopics.SLOT_COMMANDS,
            TEXT,
            wire.internal().serializer(),
            "catalogue")
        .addSink(
            Topics.BOOKING_RESULTS.name(),
            Topics.BOOKING_RESULTS.name(),
            TEXT,
            new Reply.Format(wire.serializer(Topics.BOOKING_RESULTS)),
            Reply.Format::partition,
            "slots",
            "catalogue")
        .addSink(
            Sinks.SLOT_TICKS,
            InternalTopics.SLOT_TICKS,
            TEXT,
            new Tick.Format(),
            Tick.Format::partition,
            "slots")
        .addSink(
            Topics.DEAD_LETTERS,
            Topics.DEAD_LETTERS,
            RAW,
            RAW,
            "slots",
            "catalogue",
            "intake",
            "ledger");
  }

  private void sink(Topology topology, Topic<?> topic, String parent) {
    topology.addSink(topic.name(), topic.name(), TEXT, wire.serializer(topic), parent);
  }
}
