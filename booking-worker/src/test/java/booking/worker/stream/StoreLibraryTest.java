package booking.worker.stream;

import static org.assertj.core.api.Assertions.assertThat;

import booking.schemas.AvroDeserializer;
import booking.schemas.AvroSerializer;
import booking.schemas.SchemaRegistry;
import booking.schemas.ValueFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where a worker leaves RocksDB's library when it is killed. In processes of their own, since each
 * loads it once, and this one may have done so for other tests.
 */
class StoreLibraryTest {

  private static final int KILLED = 137;

  @TempDir Path folder;

  @Test
  void whoeverIsKilledLeavesItInTheStateFolderAndWhoComesNextPutsItInTheSamePlace()
      throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Path state = folder.resolve("not/made/yet");

    startAndKill(temporary, state);
    List<Path> left = libraries(state);
    assertThat(left).singleElement().satisfies(file -> assertThat(file).isNotEmptyFile());
    assertThat(left.get(0)).hasParent(state.resolve("native"));
    // As a process leaves it that is killed while it unpacks.
    Files.write(left.get(0), new byte[] {1});
    startAndKill(temporary, state);

    assertThat(libraries(state)).isEqualTo(left);
    assertThat(libraries(temporary)).isEmpty();
  }

  private void startAndKill(Path temporary, Path state) throws Exception {
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                KilledWorker.class.getName(),
                state.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(() -> text(said)).isTrue();
      assertThat(process.exitValue()).as(() -> text(said)).isEqualTo(KILLED);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String text(Path said) {
    try {
      return Files.readString(said);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static List<Path> libraries(Path in) throws IOException {
    try (Stream<Path> all = Files.walk(in)) {
      return all.filter(file -> file.getFileName().toString().startsWith("librocksdbjni")).toList();
    }
  }

  /** Is killed as soon as it has stores. */
  static final class KilledWorker {

    public static void main(String[] arguments) {
      StreamsSettings settings =
          new StreamsSettings(
              Map.of("bootstrap.servers", "127.0.0.1:1"),
              "killed",
              arguments[0],
              1,
              1,
              Duration.ofMillis(100),
              1,
              0);
      new Deciding(new Deciding.Setup(topology(), settings, List.of()), error -> {});
      // There is no broker whose tasks would open stores: those of a venue are opened instead.
      new Venue();
      Runtime.getRuntime().halt(KILLED);
    }

    private static Topology topology() {
      ValueFormat.Classes classes =
          new ValueFormat.Classes(AvroSerializer.class.getName(), AvroDeserializer.class.getName());
      Map<String, String> local = Map.of(SchemaRegistry.URL, SchemaRegistry.LOCAL_URL);
      Wire wire = new Wire(new ValueFormat(classes, local));
      return new BookingTopology(wire, Venue.rules(), new Venue.Uncounted()).build();
    }
  }
}
