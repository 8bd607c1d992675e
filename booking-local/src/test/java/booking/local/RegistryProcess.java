package booking.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import booking.local.machine.FreePort;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * Apicurio Registry, the real one, with its memory in memory. Maven brings it, by the profile that
 * runs these tests.
 */
final class RegistryProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String PAGE_URL = "http://localhost:8085/apis/ccompat/v7";

  private final OutsideProcess process;
  private final int port;

  private RegistryProcess(OutsideProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it empty, on a free port, and returns when it answers. */
  static RegistryProcess start() {
    int port = FreePort.any();
    Path folder = TestSystem.newFolder();
    ProcessBuilder program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar().toAbsolutePath().toString())
            .directory(folder.toFile());
    program
        .environment()
        .putAll(
            Map.of(
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                Integer.toString(port),
                // Version 3 has a port more, which nobody needs here.
                "QUARKUS_MANAGEMENT_HOST",
                "127.0.0.1",
                "QUARKUS_MANAGEMENT_PORT",
                Integer.toString(FreePort.any())));
    RegistryProcess registry =
        new RegistryProcess(OutsideProcess.start(program, folder.resolve("registry.log")), port);
    await().atMost(PATIENCE).until(registry::answers);
    return registry;
  }

  /** Where Confluent's protocol is spoken. */
  String url() {
    return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
  }

  /** The names of what it knows. */
  String subjects() {
    return new Http(url()).get("/subjects").body();
  }

  /**
   * What it says to the command of {@code docs/operations.md} by which it keeps schemas readable.
   */
  String ruledAsThePageSays() throws IOException {
    String command =
        Readme.parse(Repository.text("docs/operations.md")).blocks().stream()
            .map(Readme.Block::text)
            .filter(text -> text.contains("FULL_TRANSITIVE"))
            .findFirst()
            .orElseThrow();
    try (Shell shell = new Shell(TestSystem.newFolder())) {
      return shell.run(command.replace(PAGE_URL, url()));
    }
  }

  /** What it says to a new version of a subject. */
  Answer register(String subject, Schema schema) {
    ObjectNode asked = JsonNodeFactory.instance.objectNode().put("schema", schema.toString());
    return new Http(url()).post("/subjects/" + subject + "/versions", asked.toString());
  }

  /** As {@code kill -9}. */
  @Override
  public void close() {
    process.close();
  }

  private boolean answers() {
    assertThat(process.isAlive()).as(process.said()).isTrue();
    try {
      HttpRequest asking = HttpRequest.newBuilder(URI.create(url() + "/subjects")).build();
      return HttpClient.newHttpClient().send(asking, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  /** The one jar beside its libraries; each version calls it otherwise. */
  private static Path jar() {
    String program = System.getProperty("registry.program", "nowhere");
    try (Stream<Path> files = Files.list(Path.of(program))) {
      List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
      assertThat(jars).as("the program in " + program).hasSize(1);
      return jars.get(0);
    } catch (IOException missing) {
      throw new AssertionError("No registry: run these tests by ./mvnw -Pexamples verify", missing);
    }
  }
}
