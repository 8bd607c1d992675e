package booking.worker.deadletter;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booking.schemas.Topics;
import booking.worker.operator.NotDoneException;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** A broker that answers but gives nothing is not waited for for ever. */
class SilentKafkaTest {

  @Test
  void aKafkaThatPromisesRecordsAndGivesNoneEndsTheSearch() {
    LetterBox box = new LetterBox();
    box.updateEndOffsets(Map.of(new TopicPartition(Topics.DEAD_LETTERS, 0), 5L));
    DeadLetters letters = new DeadLetters(box);

    assertThatThrownBy(() -> letters.newest(Optional.empty(), any -> true, 1))
        .isInstanceOf(NotDoneException.class)
        .hasMessageStartingWith("Kafka has given nothing for a minute");
    assertThatThrownBy(() -> letters.find(new DeadLetter.Place(0, 3)))
        .isInstanceOf(NotDoneException.class);
  }
}
