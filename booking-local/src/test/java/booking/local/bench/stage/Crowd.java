package booking.local.bench.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import booking.local.faults.stranger.Stranger;
import booking.schemas.Actor;
import booking.schemas.BookingRequest;
import booking.schemas.Role;
import booking.schemas.Topics;
import booking.schemas.command.Book;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Customers who each want one seat, as the gateway would tell of them: always the same ones. */
public final class Crowd {

  /** Far above the customers who call by HTTP, who may want the same slots. */
  public static final long FIRST_USER = 1_000_000;

  private static final int PARTITIONS = Stage.PARTITIONS;

  private final Stranger stranger;
  private final Random random = new Random(5);
  private long lastUser = FIRST_USER;

  Crowd(Stranger stranger) {
    this.stranger = stranger;
  }

  /** Requests of new customers for random ones of the slots from 1 to the last. */
  public List<ProducerRecord<byte[], byte[]>> wanting(int requests, int lastSlot, String topic) {
    return wanting(
        Stream.generate(() -> 1L + random.nextInt(lastSlot)).limit(requests).toList(), topic);
  }

  /** Requests of new customers, one for each of these slots. */
  public List<ProducerRecord<byte[], byte[]>> wanting(List<Long> slots, String topic) {
    return slots.stream().map(slot -> request(topic, slot)).toList();
  }

  private ProducerRecord<byte[], byte[]> request(String topic, long slot) {
    lastUser++;
    BookingRequest request =
        BookingRequest.newBuilder()
            .setRequestId(new UUID(random.nextLong(), random.nextLong()).toString())
            .setFingerprint(random.nextLong())
            .setReplyPartition((int) (lastUser % PARTITIONS))
            .setActor(new Actor(lastUser, Role.USER))
            .setTimeslotId(slot)
            .setCommand(
                Book.newBuilder()
                    .setBookingType("meeting")
                    .setNotes("A projector and water for eight, please.")
                    .build())
            .build();
    return new ProducerRecord<>(
        topic,
        Long.toString(slot).getBytes(UTF_8),
        stranger.bytes(Topics.BOOKING_REQUESTS, request));
  }
}
