package booking.worker.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MigrationTest {

  @Test
  void schemaOfTheUrlIsMadeAndFilled() {
    TestDatabase database = TestDatabase.empty("made_by_the_test");
    database.execute("DROP SCHEMA IF EXISTS made_by_the_test CASCADE");
    Migration.run(database.address());
    Migration.run(database.address());
    assertThat(database.dump()).containsOnlyKeys(TestDatabase.TABLES);
  }

  @Test
  void tablesOfANewerWorkerAreLeftAsTheyAre() {
    TestDatabase database = TestDatabase.migrated(MigrationTest.class);
    database.execute(
        """
        INSERT INTO flyway_schema_history
        SELECT 1000, '1000', description, type, script, checksum, installed_by, installed_on,
               execution_time, success
        FROM flyway_schema_history WHERE version = '1'""");
    List<String> newer = database.rows("flyway_schema_history");

    Migration.run(database.address());

    assertThat(database.rows("flyway_schema_history")).isEqualTo(newer);
    database.execute("DELETE FROM flyway_schema_history WHERE version = '1000'");
  }

  @Test
  void ownerOfTheDatabaseNeedsNoFurtherRights() {
    TestDatabase postgres = TestDatabase.migrated(MigrationTest.class);
    postgres.execute("DROP DATABASE IF EXISTS of_the_worker");
    postgres.execute("DROP ROLE IF EXISTS worker_login");
    postgres.execute("CREATE ROLE worker_login LOGIN PASSWORD 'worker'");
    postgres.execute("CREATE DATABASE of_the_worker OWNER worker_login");
    PostgresAddress address =
        new PostgresAddress(
            postgres.address().url().replace("/postgres?", "/of_the_worker?"),
            "worker_login",
            Optional.of("worker"));
    Migration.run(address);
    try (ReadModelWriter writer = new ReadModelWriter(address.forBatches())) {
      new Batches(writer).write(new SlotStory(1001).created().events());
      assertThat(writer.progress()).containsEntry(Batches.EVENTS, 1L);
    }
  }

  @Test
  void schemaIsPublicWhenTheUrlNamesNone() {
    assertThat(address("jdbc:postgresql://localhost/booking").schema()).isEqualTo("public");
  }

  @Test
  void schemaIsTheFirstThatTheUrlNames() {
    assertThat(address("jdbc:postgresql://localhost/booking?currentSchema=a,public").schema())
        .isEqualTo("a");
  }

  @Test
  void passwordIsNotShown() {
    assertThat(address("jdbc:postgresql://localhost/booking"))
        .hasToString("PostgresAddress[url=jdbc:postgresql://localhost/booking, user=worker]");
  }

  private static PostgresAddress address(String url) {
    return new PostgresAddress(url, "worker", Optional.of("secret"));
  }
}
