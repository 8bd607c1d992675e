package booking.schemas;

/**
 * A registry that could not be asked: unreachable, broken or refusing. It says nothing about the
 * record at hand, which therefore must be tried again and not set aside; so this is no {@code
 * SerializationException}.
 */
public final class SchemaRegistryUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SchemaRegistryUnavailableException(String message) {
    super(message);
  }
}
