package booking.worker.stream;

import booking.schemas.BookingEvent;
import booking.schemas.BookingNotification;
import booking.schemas.CatalogEvent;
import booking.schemas.RefundRequested;
import booking.schemas.RefundStatus;
import booking.schemas.Topics;
import booking.schemas.fact.RefundClosed;
import booking.schemas.internal.SlotInstruction;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what a decision says, each thing to its sink under its key. */
final class Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private final ProcessorContext<Object, Object> context;
  private final String writer;
  private final Tally tally;
  // By topic: to put a name together for each record takes longer than to look it up.
  private final Map<String, String> sinks = new HashMap<>();

  /**
   * @param writer whose sinks they are, by its name in the topology
   */
  Outbox(ProcessorContext<Object, Object> context, String writer, Tally tally) {
    this.context = context;
    this.writer = writer;
    this.tally = tally;
  }

  /** The name of a writer's sink to a topic. */
  static String sink(String writer, String topic) {
    return writer + "-to-" + topic;
  }

  void send(BookingEvent event) {
    tally.event(kind(event));
    send(Topics.BOOKING_EVENTS.name(), text(event.getTimeslotId()), event, event.getOccurredAt());
  }

  /**
   * The word by which an event is counted: its fact; a refund that failed has a word of its own,
   * since somebody has to see to it.
   */
  static String kind(BookingEvent event) {
    boolean refundFailed =
        event.getFact() instanceof RefundClosed closed
            && closed.getRefund().getStatus() == RefundStatus.FAILED;
    return refundFailed ? "RefundFailed" : event.getFact().getClass().getSimpleName();
  }

  void send(CatalogEvent event) {
    tally.event(event.getFact().getClass().getSimpleName());
    String key = text(event.getRoomAfter().getRoomId());
    send(Topics.CATALOG_EVENTS.name(), key, event, event.getOccurredAt());
  }

  void send(BookingNotification notification) {
    String key = text(notification.getUserId());
    send(Topics.BOOKING_NOTIFICATIONS.name(), key, notification, notification.getOccurredAt());
  }

  void send(RefundRequested refund) {
    send(Topics.REFUND_REQUESTED.name(), refund.getPaymentId(), refund, refund.getRequestedAt());
  }

  void send(SlotInstruction instruction, Instant now) {
    send(InternalTopics.SLOT_COMMANDS, text(instruction.getTimeslotId()), instruction, now);
  }

  void send(Reply reply, Instant now) {
    String code = reply.result().getCode();
    String word = reply.result().getAccepted() ? "accepted" : code;
    tally.answered(reply.result().getRepeated() ? "repeated" : word);
    send(Topics.BOOKING_RESULTS.name(), reply.result().getRequestId(), reply, now);
  }

  void forward(String topic, String key, Letter letter) {
    context.forward(letter.toForward(key), sink(topic));
  }

  void tick(int partition, long now) {
    send(InternalTopics.SLOT_TICKS, Tick.KEY, new Tick(partition), Instant.ofEpochMilli(now));
  }

  void deadLetter(Letter letter, String reason) {
    Letter.Origin origin = letter.origin();
    LOG.warn(
        "dead letter topic={} partition={} offset={} reason={}",
        origin.topic(),
        origin.partition(),
        origin.offset(),
        reason.replaceAll("\\p{Cntrl}", " "));
    tally.deadLetter(origin.topic());
    context.forward(letter.toDeadLetter(reason), sink(Topics.DEAD_LETTERS));
  }

  /** A record that met a fault of this program: it can be sent again once that is mended. */
  void faulty(Letter letter, RuntimeException bug) {
    tally.fault();
    LOG.error("fault of the program; the record goes to the dead letters", bug);
    deadLetter(letter, "FAULT: " + bug);
  }

  /** A slot that met a fault of this program when its time came; nothing was done. */
  void faulty(long timeslotId, RuntimeException bug) {
    tally.fault();
    LOG.error("fault of the program; left out timeslot={}", timeslotId, bug);
  }

  /** Why a record cannot be used, for the operators. */
  static String reason(RuntimeException e) {
    if (e instanceof UnusableException) {
      return e.getMessage();
    }
    String cause = e.getCause() == null ? "" : " (" + e.getCause().getMessage() + ")";
    return "UNREADABLE: " + e.getMessage() + cause;
  }

  private void send(String topic, String key, Object value, Instant now) {
    context.forward(new Record<>(key, value, now.toEpochMilli()), sink(topic));
  }

  private String sink(String topic) {
    return sinks.computeIfAbsent(topic, to -> sink(writer, to));
  }

  private static String text(long id) {
    return Long.toString(id);
  }
}
