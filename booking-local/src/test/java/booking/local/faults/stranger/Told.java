package booking.local.faults.stranger;

import booking.schemas.Topics;
import java.util.Map;
import java.util.stream.Collectors;

/** What askers were told over Kafka: {@code accepted}, or the code of the refusal. */
public final class Told {

  private Told() {}

  /** The answers since then, by request. */
  public static Map<String, String> since(Stranger stranger, Mark results) {
    return stranger.since(results, Topics.BOOKING_RESULTS).stream()
        .collect(
            Collectors.toMap(
                result -> result.getRequestId(),
                result -> result.getAccepted() ? "accepted" : String.valueOf(result.getCode()),
                (first, again) -> first));
  }
}
