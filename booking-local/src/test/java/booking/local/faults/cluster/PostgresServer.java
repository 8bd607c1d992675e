package booking.local.faults.cluster;

import booking.local.postgres.LocalPostgres;
import booking.local.postgres.PostgresLogins;
import booking.local.postgres.Postmaster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The cluster's Postgres: many processes, of which the first answers for the others. */
final class PostgresServer implements Server {

  private final Path directory;
  private final int port;
  private final PostgresLogins logins;
  private final Guardian guardian;
  private Optional<LocalPostgres> running = Optional.empty();
  private Optional<Long> watched = Optional.empty();

  PostgresServer(Path directory, int port, PostgresLogins logins, Guardian guardian) {
    this.directory = directory;
    this.port = port;
    this.logins = logins;
    this.guardian = guardian;
  }

  @Override
  public String name() {
    return "postgres";
  }

  /** Returns when it is ready, too. */
  @Override
  public void start() {
    if (isAlive()) {
      return;
    }
    try {
      running = Optional.of(LocalPostgres.start(directory, port, logins));
      watched = postmaster().map(Postmaster::process).map(ProcessHandle::pid);
      watched.ifPresent(guardian::watch);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (SQLException failed) {
      throw new IllegalStateException("Postgres does not start", failed);
    }
  }

  @Override
  public void awaitReady() {
    // It was before start() returned.
  }

  @Override
  public void stop() {
    try {
      if (running.isPresent()) {
        running.get().close();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    ended();
  }

  @Override
  public void kill() {
    postmaster().ifPresent(Postmaster::kill);
    try {
      // The library's lock, held for the killed server by this very JVM.
      Files.deleteIfExists(directory.resolve("data").resolve("epg-lock"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    ended();
  }

  @Override
  public void freeze() {
    Signals.freeze(processes());
  }

  @Override
  public void thaw() {
    Signals.thaw(processes());
  }

  @Override
  public long process() {
    return postmaster().orElseThrow().process().pid();
  }

  @Override
  public boolean isAlive() {
    return postmaster().isPresent();
  }

  private void ended() {
    running = Optional.empty();
    watched.ifPresent(guardian::forget);
  }

  private List<Long> processes() {
    return postmaster().map(Postmaster::process).stream()
        .flatMap(first -> Stream.concat(Stream.of(first), first.descendants()))
        .map(ProcessHandle::pid)
        .toList();
  }

  private Optional<Postmaster> postmaster() {
    try {
      return Postmaster.on(directory.resolve("data"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
