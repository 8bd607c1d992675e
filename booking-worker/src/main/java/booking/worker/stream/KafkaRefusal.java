package booking.worker.stream;

import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;

/** Kafka's word that it does not know who asks, or does not let them. */
public final class KafkaRefusal {

  private KafkaRefusal() {}

  /** Whether it is the trouble, or what the trouble comes from. */
  public static boolean isIn(Throwable trouble) {
    return Stream.iterate(trouble, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof AuthenticationException
                    || cause instanceof AuthorizationException);
  }
}
