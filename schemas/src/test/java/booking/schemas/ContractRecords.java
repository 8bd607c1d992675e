package booking.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Every record whose bytes outlive the process that wrote them: those of the topics, and all that
 * are generated into {@code booking.schemas.internal}, found by looking into that folder.
 */
final class ContractRecords {

  private ContractRecords() {}

  /** The plain schema of each record as it is generated now, by subject, in a stable order. */
  static Map<String, Schema> bySubject() {
    Map<String, Schema> schemas = new LinkedHashMap<>();
    Topics.ALL.forEach(topic -> schemas.put(topic.subject(), plain(topic.type())));
    internal()
        .forEach(type -> schemas.put("internal." + type.getSimpleName() + "-value", plain(type)));
    return schemas;
  }

  private static Schema plain(Class<? extends SpecificRecord> type) {
    return PlainSchema.of(SpecificData.get().getSchema(type));
  }

  private static Stream<Class<? extends SpecificRecord>> internal() {
    try {
      Path classes =
          Path.of(Topics.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.list(classes.resolve("booking/schemas/internal"))) {
        return files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(".class") && !name.contains("$"))
            .map(name -> load("booking.schemas.internal." + name.replace(".class", "")))
            .filter(SpecificRecord.class::isAssignableFrom)
            .sorted((a, b) -> a.getName().compareTo(b.getName()))
            .<Class<? extends SpecificRecord>>map(type -> type.asSubclass(SpecificRecord.class))
            .toList()
            .stream();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
