package booking.local.checker.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.avro.Schema;

/** The schemas of the contract by their ids, from the files that were committed. */
final class CommittedSchemas {

  private static final String FOLDER = "/booking/schemas/registry/";

  private final Map<Integer, Schema> byId = new HashMap<>();

  CommittedSchemas() {
    Properties ids = new Properties();
    try (InputStream file = open("ids.properties")) {
      ids.load(file);
      for (String name : ids.stringPropertyNames()) {
        int dot = name.lastIndexOf('.');
        String path = name.substring(0, dot) + "/" + name.substring(dot + 1) + ".avsc";
        try (InputStream schema = open(path)) {
          byId.put(Integer.valueOf(ids.getProperty(name)), new Schema.Parser().parse(schema));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Optional<Schema> schema(int id) {
    return Optional.ofNullable(byId.get(id));
  }

  private static InputStream open(String path) throws IOException {
    InputStream found = CommittedSchemas.class.getResourceAsStream(FOLDER + path);
    if (found == null) {
      throw new IOException("The contract has no file " + FOLDER + path);
    }
    return found;
  }
}
