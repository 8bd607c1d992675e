package booking.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

/** The registry in the jar. */
class LocalSchemaRegistryTest {

  private final LocalSchemaRegistry registry = LocalSchemaRegistry.bundled();

  @Test
  void aGeneratedSchemaAndItsPlainFormAreTheSameVersion() {
    int id = registry.idOf("booking-events-value", BookingEvent.getClassSchema());

    assertThat(registry.idOf("booking-events-value", PlainSchema.of(BookingEvent.getClassSchema())))
        .isEqualTo(id);
    assertThat(registry.schemaOf(id)).isEqualTo(PlainSchema.of(BookingEvent.getClassSchema()));
    assertThat(registry.version(id).orElseThrow().subject()).isEqualTo("booking-events-value");
  }

  @Test
  void aSchemaThatTheSubjectNeverHadIsRefused() {
    assertThatThrownBy(() -> registry.idOf("booking-events-value", PaymentFailed.getClassSchema()))
        .isInstanceOf(SerializationException.class)
        .hasMessage("No committed version of booking-events-value is this");
  }

  @Test
  void aSubjectThatIsNotThereHasNoVersions() {
    assertThat(registry.versions("elsewhere-value")).isEmpty();
    assertThat(registry.version(0)).isEmpty();
  }

  @Test
  void noUrlButLocalNamesIt() {
    assertThat(SchemaRegistry.of(Map.of("schema.registry.url", "local:"))).isSameAs(registry);
  }

  @Test
  void whatIsCommittedIsFreeOfJava() {
    assertThat(registry.subjects())
        .flatMap(registry::versions)
        .allSatisfy(version -> assertThat(version.schema().toString()).doesNotContain("avro.java"));
  }
}
