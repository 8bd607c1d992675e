package booking.worker.readmodel;

import booking.schemas.SchemaRegistryUnavailableException;
import booking.worker.operator.NotDoneException;
import org.apache.kafka.common.KafkaException;
import org.jdbi.v3.core.JdbiException;

/** The one place where a failure of Postgres becomes what an operator is to do about it. */
final class Advice {

  private static final String NO_RIGHT = "42501";
  private static final String DEPENDED_ON = "2BP01";
  private static final String FORBIDDEN_ROWS_CLASS = "23";

  private Advice() {}

  /** Why a task could not be done, and what to do; failures of Kafka are told by the command. */
  static RuntimeException of(RuntimeException failed) {
    if (failed instanceof NotDoneException || failed instanceof KafkaException) {
      return failed;
    }
    String reason = Reason.of(failed).replaceFirst("\\.$", "");
    return new NotDoneException(reason + ". " + whatToDo(failed), failed);
  }

  private static String whatToDo(RuntimeException failed) {
    String state = PostgresTrouble.sqlState(failed).orElse("");
    if (state.equals(NO_RIGHT)) {
      return "The task makes a schema beside the live one: as the database's owner, GRANT CREATE ON"
          + " DATABASE … TO the worker's role (POSTGRES_USER), then repeat.";
    }
    if (state.equals(DEPENDED_ON)) {
      return "Something of yours (a view, say) hangs on the live tables, which the swap replaces:"
          + " drop it, repeat, and make it again. Nothing was changed.";
    }
    if (state.startsWith(FORBIDDEN_ROWS_CLASS)) {
      return "Repeat. If it says so again, the events tell of rows that the tables forbid, and the fault"
          + " is in the worker: keep the topics and report it. Nothing was changed.";
    }
    if (!state.isEmpty() || failed instanceof JdbiException) {
      return "Check that Postgres is up, POSTGRES_URL, POSTGRES_USER and POSTGRES_PASSWORD, then"
          + " repeat; it is done whole or not at all.";
    }
    if (failed instanceof SchemaRegistryUnavailableException) {
      return "Check that the registry is up and SCHEMA_REGISTRY_URL, then repeat. Nothing was"
          + " changed.";
    }
    if (failed instanceof ReadModelStoppedException) {
      return "A worker of this version stops at this record as well. Nothing was changed.";
    }
    return "Nothing was changed.";
  }
}
