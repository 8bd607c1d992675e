package booking.local.broker;

/** A running Kafka broker, wherever it runs. Closing it stops it cleanly. */
public interface Broker extends AutoCloseable {

  /** What clients are given as {@code bootstrap.servers}. */
  String bootstrapServers();

  @Override
  void close();
}
