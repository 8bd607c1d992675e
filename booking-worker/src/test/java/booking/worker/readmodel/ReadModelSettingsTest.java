package booking.worker.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadModelSettingsTest {

  private static final PostgresAddress POSTGRES =
      new PostgresAddress("jdbc:postgresql://localhost/booking", "worker", Optional.empty());

  @Test
  void whatCorrectnessHangsOnCannotBeChosen() {
    Map<String, Object> settings =
        new ReadModelSettings(
                POSTGRES,
                Map.of(
                    "bootstrap.servers", "127.0.0.1:1",
                    "group.id", "read-model",
                    "auto.offset.reset", "latest",
                    "isolation.level", "read_uncommitted",
                    "enable.auto.commit", "true"),
                500)
            .consumerSettings();
    assertThat(settings)
        .containsEntry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none")
        .containsEntry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
        .containsEntry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false)
        .containsEntry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500)
        .containsEntry("group.id", "read-model");
    new KafkaConsumer<byte[], byte[]>(settings).close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2001})
  void batchIsBounded(int records) {
    assertThatThrownBy(() -> new ReadModelSettings(POSTGRES, Map.of(), records))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 2000");
  }
}
