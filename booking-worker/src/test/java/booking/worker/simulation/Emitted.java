package booking.worker.simulation;

import java.util.Map;

/**
 * One record that the worker published.
 *
 * @param value the contract's record; of a dead letter its headers alone
 */
record Emitted(String topic, Object value) {

  /** Why a record lies in the dead letters, and where it lay before. */
  record DeadLetter(Map<String, String> headers) {

    String reason() {
      return headers.getOrDefault("reason", "");
    }

    String origin() {
      return headers.get("topic") + "@" + headers.get("offset");
    }
  }
}
