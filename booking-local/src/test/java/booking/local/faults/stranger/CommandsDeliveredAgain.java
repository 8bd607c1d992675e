package booking.local.faults.stranger;

import booking.local.faults.Scene;
import booking.local.faults.Soon;
import booking.local.faults.Strike;
import booking.schemas.BookingRequest;
import booking.schemas.RequestResult;
import booking.schemas.Topic;
import booking.schemas.Topics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** C1: all that was ever asked and paid comes again, byte for byte, then ten times in disorder. */
final class CommandsDeliveredAgain {

  private static final List<Topic<?>> COMMANDS =
      List.of(
          Topics.BOOKING_REQUESTS,
          Topics.CATALOG_REQUESTS,
          Topics.PAYMENT_SUCCEEDED,
          Topics.PAYMENT_FAILED,
          Topics.REFUND_SETTLED);

  private static final int ONCE_MOST = 20_000;
  private static final int TEN_TIMES_MOST = 1_000;

  private CommandsDeliveredAgain() {}

  static Strike strike(Scene scene) {
    try (Stranger stranger = new Stranger(scene.cluster().bootstrapServers())) {
      Set<String> answered =
          stranger
              .since(stranger.start(Topics.BOOKING_RESULTS.name()), Topics.BOOKING_RESULTS)
              .stream()
              .map(RequestResult::getRequestId)
              .collect(Collectors.toSet());
      Effects before = Effects.soFar(stranger);
      Mark results = stranger.end(Topics.BOOKING_RESULTS.name());
      List<ProducerRecord<byte[], byte[]>> again = again(stranger, answered, scene.random());
      stranger.writeAll(again);
      scene.say(again.size() + " records again");
      long asked = again.stream().filter(CommandsDeliveredAgain::isRequest).count();
      boolean told = Soon.isTrue(() -> repeats(stranger, results, answered) >= asked);
      List<String> more = Effects.soFar(stranger).moreThan(before);
      return Strike.plain()
          .with(
              "records again %d, answers again %d, effects known before %d, new effects %d"
                  .formatted(
                      again.size(),
                      repeats(stranger, results, answered),
                      before.count(),
                      more.size()))
          .mustHold(told, "repeats without an answer")
          .mustHold(more.isEmpty(), "done again: " + more);
    }
  }

  private static List<ProducerRecord<byte[], byte[]>> again(
      Stranger stranger, Set<String> answered, Random random) {
    List<ProducerRecord<byte[], byte[]>> all = new ArrayList<>();
    COMMANDS.forEach(topic -> all.addAll(copies(stranger, topic, answered)));
    List<ProducerRecord<byte[], byte[]>> disorder = new ArrayList<>();
    List<ProducerRecord<byte[], byte[]>> some = new ArrayList<>(all);
    Collections.shuffle(some, random);
    some.stream()
        .limit(TEN_TIMES_MOST)
        .forEach(record -> disorder.addAll(Collections.nCopies(10, record)));
    Collections.shuffle(disorder, random);
    return Stream.of(all, disorder).flatMap(List::stream).toList();
  }

  /** What can be read of a topic, and was answered if it is to be answered. */
  private static List<ProducerRecord<byte[], byte[]>> copies(
      Stranger stranger, Topic<?> topic, Set<String> answered) {
    return stranger.since(stranger.start(topic.name())).stream()
        .filter(record -> isAnswered(stranger, topic, record, answered))
        .limit(ONCE_MOST)
        .map(
            record ->
                new ProducerRecord<>(
                    record.topic(), record.partition(), record.key(), record.value()))
        .toList();
  }

  private static boolean isAnswered(
      Stranger stranger,
      Topic<?> topic,
      ConsumerRecord<byte[], byte[]> record,
      Set<String> answered) {
    return stranger
        .read(topic, record)
        .filter(
            value ->
                !(value instanceof BookingRequest request)
                    || answered.contains(request.getRequestId()))
        .isPresent();
  }

  private static boolean isRequest(ProducerRecord<byte[], byte[]> record) {
    return record.topic().equals(Topics.BOOKING_REQUESTS.name());
  }

  /** Answers to what had been answered before; customers go on asking for other things. */
  private static long repeats(Stranger stranger, Mark from, Set<String> answered) {
    return stranger.since(from, Topics.BOOKING_RESULTS).stream()
        .filter(result -> answered.contains(result.getRequestId()))
        .filter(result -> result.getTimeslotId() != null)
        .filter(result -> result.getRepeated() || result.getCode() != null)
        .count();
  }
}
