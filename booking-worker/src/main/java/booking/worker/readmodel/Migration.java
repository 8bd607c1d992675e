package booking.worker.readmodel;

import org.flywaydb.core.Flyway;

/** The migration of the tables to what this version of the code writes. */
final class Migration {

  private Migration() {}

  /** Makes the schema if there is none, and brings its tables up to date. */
  static void run(PostgresAddress postgres) {
    Flyway.configure(Migration.class.getClassLoader())
        .dataSource(postgres.forMigration())
        .locations("classpath:db/migration")
        .defaultSchema(postgres.schema())
        .createSchemas(true)
        .load()
        .migrate();
  }
}
