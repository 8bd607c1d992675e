package booking.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import booking.local.machine.FreePort;
import booking.schemas.Topics;
import booking.worker.stream.GroupCoverage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What operators type does what {@code docs/operations.md} says, beside a system that runs. */
class OperationsTest {

  private static final Path PAGE = Path.of("..", "docs", "operations.md");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final byte[] GARBAGE = "garbage".getBytes(UTF_8);

  private static TestSystem system;

  @BeforeAll
  static void start() {
    system = new TestSystem();
    system.start();
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void thePageCanBeFollowedWordForWordAndTheReplayIsByteForByte() throws Exception {
    book(system.premises().slots(4, 1));
    try (LocalKafka kafka = system.kafka()) {
      ProducerRecord<String, byte[]> bad =
          new ProducerRecord<>(Topics.PAYMENT_FAILED.name(), 2, "p-1", GARBAGE);
      bad.headers().add("trace", new byte[] {0, 1});
      kafka.write(bad);
      await().atMost(PATIENCE).until(() -> kafka.raw(Topics.DEAD_LETTERS).size() == 1);

      ConsumerRecord<String, byte[]> letter = kafka.raw(Topics.DEAD_LETTERS).get(0);
      followThePage();

      List<ConsumerRecord<String, byte[]>> sent = kafka.raw(Topics.PAYMENT_FAILED.name());
      assertThat(sent).hasSize(2);
      ConsumerRecord<String, byte[]> replayed = sent.get(1);
      assertThat(replayed.partition()).isEqualTo(2);
      assertThat(replayed.key()).isEqualTo("p-1");
      assertThat(replayed.value()).isEqualTo(GARBAGE);
      assertThat(replayed.headers().toArray())
          .containsExactly(
              new RecordHeader("trace", new byte[] {0, 1}),
              new RecordHeader("replayed-from", place(letter).getBytes(UTF_8)));
      await().atMost(PATIENCE).until(() -> kafka.raw(Topics.DEAD_LETTERS).size() == 2);
    }
  }

  private static void followThePage() throws Exception {
    Readme page = Readme.parse(Files.readString(PAGE));
    assertThat(page.count("bash")).isEqualTo(6);
    assertThat(page.count("text")).isEqualTo(5);
    try (Shell shell = new Shell(TestSystem.newFolder())) {
      shell.run(
          "export CLASSPATH='%s' KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:%d POSTGRES_URL='%s'"
              .formatted(
                  JavaCommand.usersClassPath(),
                  system.settings().ports().kafka(),
                  "jdbc:postgresql://127.0.0.1:%d/booking"
                      .formatted(system.settings().ports().postgres())));
      String said = "";
      for (Readme.Block block : page.blocks()) {
        switch (block.language()) {
          case "bash" -> said = shell.run(here(block.text()));
          case "text" -> assertThat(withoutProgress(said)).matches(Readme.pattern(block.text()));
          default ->
              assertThat(block.language())
                  .as("of a deployment, or a file's contents")
                  .isIn("console", "properties", "yaml");
        }
      }
    }
  }

  /** A slow machine hears now and then how far it is. */
  private static String withoutProgress(String said) {
    return said.replaceAll("(?m)^  .* to go\\R", "");
  }

  /** On this system, and without the jar, which is not there before all tests have run. */
  private static String here(String commands) {
    return commands
        .replace("data/secrets", system.settings().data() + "/secrets")
        .replace(
            "java -jar booking-worker/target/booking-worker.jar",
            "java -Xmx256m booking.worker.BookingWorker");
  }

  @Test
  void bookingsAreMadeAndSeenAllTheWhileThatTheTablesAreMadeAnew() {
    List<Long> slots = system.premises().slots(400, 1);
    AtomicBoolean rebuilt = new AtomicBoolean();
    CompletableFuture<Integer> clients =
        CompletableFuture.supplyAsync(() -> bookUntil(rebuilt, slots));

    assertThat(exitCode("rebuild")).isZero();
    rebuilt.set(true);

    assertThat(clients.join()).isPositive();
    assertThat(exitCode("verify", "worker.yml")).isZero();
  }

  @Test
  void aRowThatIsWrongIsFoundAndMended() throws Exception {
    long slot = system.premises().slot(1);
    LocalSecrets secrets =
        LocalSecrets.keptIn(system.settings().data().resolve("secrets.properties"));
    String url = "jdbc:postgresql://127.0.0.1:%d/booking".formatted(postgresPort());
    try (Connection connection =
            DriverManager.getConnection(url, "booking_worker", secrets.postgres().worker());
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE timeslots SET confirmed = 1 WHERE id = " + slot);
    }
    try (OutsideProcess verify = WorkerProcess.start(system.settings(), Map.of(), "verify")) {
      assertThat(verify.exitCode()).as(verify.said()).isEqualTo(1);
      assertThat(verify.said())
          .contains("first difference: id=%d, confirmed: live 1, by the events 0".formatted(slot));
    }
    assertThat(exitCode("rebuild")).isZero();
    assertThat(exitCode("verify")).isZero();
  }

  @Test
  void whatCannotBeDoneEndsWithTwoAndSaysWhatToDo() {
    Map<String, String> closed = Map.of("POSTGRES_PASSWORD", "wrong");
    try (OutsideProcess verify = WorkerProcess.start(system.settings(), closed, "verify");
        OutsideProcess show =
            WorkerProcess.start(system.settings(), Map.of(), "dead-letters", "show", "3:99")) {
      assertThat(verify.exitCode()).as(verify.said()).isEqualTo(2);
      assertThat(verify.said()).contains("Not done.", "POSTGRES_PASSWORD");
      assertThat(show.exitCode()).as(show.said()).isEqualTo(2);
      assertThat(show.said()).contains("There is no dead letter 3:99 in dead-letters");
    }
  }

  @Test
  void anErrorThatNothingCanBeDecidedAfterEndsTheProcess() {
    Map<String, String> wrong =
        Map.of("PARTITIONS", "5", "WORKER_ID", "worker-5", "WORKER_ADMIN_PORT", "0");
    try (OutsideProcess worker = WorkerProcess.start(system.settings(), wrong)) {
      assertThat(worker.exitCode()).as(worker.said()).isEqualTo(1);
      assertThat(worker.said()).contains("set PARTITIONS to what the topics were made with");
    }
  }

  @Test
  void withoutItsSchemaRegistryAWorkerDoesNotStartAndSaysWhatToDoInOneLine() {
    String nowhere = "http://127.0.0.1:" + FreePort.any();
    Map<String, String> away = Map.of("SCHEMA_REGISTRY_URL", nowhere, "WORKER_ADMIN_PORT", "0");
    try (OutsideProcess worker = WorkerProcess.start(system.settings(), away)) {
      assertThat(worker.exitCode()).as(worker.said()).isEqualTo(1);
      assertThat(worker.said().lines().filter(line -> line.startsWith("Not started. ")))
          .singleElement()
          .asString()
          .contains(nowhere, "Start the schema registry", "SCHEMA_REGISTRY_URL");
      assertThat(worker.said()).doesNotContain("\tat ");
    }
  }

  @Test
  void aWorkerThatIsToldToEndFinishesAndEnds() {
    int admin = FreePort.any();
    Map<String, String> second =
        Map.of("WORKER_ID", "worker-2", "WORKER_ADMIN_PORT", Integer.toString(admin));
    try (OutsideProcess worker = WorkerProcess.start(system.settings(), second)) {
      Http health = new Http("http://localhost:" + admin);
      await()
          .atMost(Duration.ofMinutes(2))
          .ignoreExceptionsMatching(AssertionError.class::isInstance)
          .until(() -> health.get("/healthcheck").status() == 200);

      worker.terminate();

      assertThat(worker.exitCode()).as(worker.said()).isEqualTo(143);
      assertThat(worker.said()).contains("deciding closed", "read_model=closed");
    }
    // What it had is taken over, so that nothing waits for it.
    book(system.premises().slots(8, 1));
  }

  @Test
  void workersCoverAllThatIsToBeDecidedAndNothingElse() {
    Map<String, Object> kafka =
        Map.of("bootstrap.servers", "127.0.0.1:" + system.settings().ports().kafka());
    Set<String> read =
        Set.of(
            Topics.BOOKING_REQUESTS.name(),
            Topics.CATALOG_REQUESTS.name(),
            Topics.PAYMENT_SUCCEEDED.name());

    await().atMost(PATIENCE).until(() -> GroupCoverage.ask(kafka, "booking-worker", read));
    assertThat(GroupCoverage.ask(kafka, "nobody", read)).isFalse();
    assertThat(GroupCoverage.ask(kafka, "booking-worker", Set.of(Topics.DEAD_LETTERS))).isFalse();
  }

  private static String place(ConsumerRecord<?, ?> letter) {
    return "dead-letters/%d:%d".formatted(letter.partition(), letter.offset());
  }

  /** On a slow machine an answer may come later, but never is there less than was told. */
  private static int bookUntil(AtomicBoolean rebuilt, List<Long> slots) {
    Http user = system.user(4001);
    int made = 0;
    for (long slot : slots) {
      Answer booked = user.post("/bookings", "{\"timeslotId\":" + slot + "}");
      assertThat(booked.status()).as(booked.body()).isIn(201, 202);
      if (booked.status() == 201) {
        Answer seen = user.get("/bookings/" + booked.number("id"));
        assertThat(seen.status()).as(seen.body()).isIn(200, 503);
      }
      made++;
      if (rebuilt.get()) {
        return made;
      }
    }
    return made;
  }

  private static void book(List<Long> slots) {
    Http user = system.user(4000);
    for (long slot : slots) {
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  Stream.of(user.post("/bookings", "{\"timeslotId\":" + slot + "}"))
                      .anyMatch(booked -> booked.status() == 201 || booked.status() == 409));
    }
  }

  private static int postgresPort() {
    return system.settings().ports().postgres();
  }

  private static int exitCode(String... arguments) {
    try (OutsideProcess command = WorkerProcess.start(system.settings(), Map.of(), arguments)) {
      int code = command.exitCode();
      if (code != 0) {
        throw new AssertionError(command.said());
      }
      return code;
    }
  }
}
