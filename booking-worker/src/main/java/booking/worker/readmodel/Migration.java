package booking.worker.readmodel;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.postgresql.ds.PGSimpleDataSource;

/** The migration of the tables to what this version of the code writes. */
final class Migration {

  private Migration() {}

  /** Makes the schema if there is none, and brings its tables up to date. */
  static void run(PostgresAddress postgres) {
    PGSimpleDataSource source = postgres.forMigration();
    // Postgres would notice that what is there is there, and Flyway warn of it.
    source.setOptions("-c client_min_messages=warning");
    Flyway.configure(Migration.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:db/migration")
        .defaultSchema(postgres.schema())
        .createSchemas(true)
        .load()
        .migrate();
  }

  /** The steps by which the tables of a schema became what they are. */
  static List<String> steps(Handle handle, String schema) {
    String history = SchemaTables.quoted(schema) + ".flyway_schema_history";
    return handle
        .select(
            "SELECT concat_ws(' ', version, checksum) FROM "
                + history
                + " WHERE version IS NOT NULL ORDER BY installed_rank")
        .mapTo(String.class)
        .list();
  }
}
