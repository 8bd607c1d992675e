package booking.worker.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import booking.schemas.SchemaRegistryUnavailableException;
import booking.worker.operator.NotDoneException;
import java.sql.SQLException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every failure tells an operator what to do about it. */
class AdviceTest {

  @ParameterizedTest
  @CsvSource({
    "42501, GRANT CREATE ON DATABASE",
    "2BP01, 'drop it, repeat, and make it again'",
    "23P01, keep the topics and report it",
    "08006, Check that Postgres is up",
    "28P01, POSTGRES_PASSWORD"
  })
  void aFailureOfPostgresIsToldByItsCode(String state, String advice) {
    RuntimeException failure = new IllegalStateException(new SQLException("the server", state));
    assertThat(Advice.of(failure))
        .isInstanceOf(NotDoneException.class)
        .hasMessageStartingWith("the server. ")
        .hasMessageContaining(advice);
  }

  @Test
  void otherFailuresAreToldByTheirKind() {
    assertThat(Advice.of(new ReadModelStoppedException("unreadable", new Exception())))
        .hasMessageContaining("stops at this record as well");
    assertThat(Advice.of(new SchemaRegistryUnavailableException("no answer")))
        .hasMessageContaining("SCHEMA_REGISTRY_URL");
  }

  @Test
  void whatIsToldAlreadyAndWhatKafkaSaysStayAsTheyAre() {
    NotDoneException told = new NotDoneException("told");
    TimeoutException kafka = new TimeoutException("late");
    assertThat(Advice.of(told)).isSameAs(told);
    assertThat(Advice.of(kafka)).isSameAs(kafka);
  }
}
