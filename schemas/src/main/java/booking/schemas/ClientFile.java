package booking.schemas;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.utils.Utils;

/**
 * A file of settings for Kafka's clients, in the format that Kafka's own tools take with {@code
 * --command-config}: so TLS and SASL are told once, and secrets stay out of the environment.
 */
public final class ClientFile {

  private ClientFile() {}

  /**
   * The settings, with those of the file among them; where both name one, the file's stands.
   *
   * @param file its path; empty for none
   * @throws ConfigException if the file cannot be read
   */
  public static Map<String, String> over(Map<String, String> settings, String file) {
    Map<String, String> all = new HashMap<>(settings);
    if (!file.isEmpty()) {
      all.putAll(read(file));
    }
    return Map.copyOf(all);
  }

  private static Map<String, String> read(String file) {
    try {
      return Utils.propsToStringMap(Utils.loadProps(file));
    } catch (IOException e) {
      throw new ConfigException(
          "The file of Kafka client settings cannot be read: %s. Mount it, or name none."
              .formatted(e.getMessage()));
    }
  }
}
