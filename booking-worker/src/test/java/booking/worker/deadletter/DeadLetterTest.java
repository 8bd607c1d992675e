package booking.worker.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 999_999_999, 1_000_000_000, 5_000_000_000L, 999_999_999_999_999_999L})
  void whereItLayIsKnownHoweverLongTheTopicIs(long offset) {
    DeadLetter letter = DeadLetter.of(from("payment-succeeded", "3", Long.toString(offset)));

    assertThat(letter.source())
        .contains(new DeadLetter.Source(new TopicPartition("payment-succeeded", 3), offset));
  }

  @Test
  void aLetterWithoutAPlaceOfItsOwnSaysNoneOfItsSource() {
    assertThat(DeadLetter.of(from("", "3", "17")).source()).isEmpty();
    assertThat(DeadLetter.of(from("payment-succeeded", "-1", "17")).source()).isEmpty();
    assertThat(DeadLetter.of(from("payment-succeeded", "3", "last")).source()).isEmpty();
  }

  @Test
  void itsNameIsItsPartitionAndOffset() {
    assertThat(DeadLetter.Place.parse("3:5000000000"))
        .isEqualTo(new DeadLetter.Place(3, 5_000_000_000L))
        .hasToString("3:5000000000");
    assertThatThrownBy(() -> DeadLetter.Place.parse("5000000000:3"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ConsumerRecord<byte[], byte[]> from(
      String topic, String partition, String offset) {
    ConsumerRecord<byte[], byte[]> letter =
        new ConsumerRecord<>("dead-letters", 0, 1, "k".getBytes(UTF_8), "v".getBytes(UTF_8));
    letter.headers().add(LetterHeaders.TOPIC, topic.getBytes(UTF_8));
    letter.headers().add(LetterHeaders.PARTITION, partition.getBytes(UTF_8));
    letter.headers().add(LetterHeaders.OFFSET, offset.getBytes(UTF_8));
    return letter;
  }
}
