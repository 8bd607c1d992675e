package booking.local.bench.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the parts measure: most of them in one house that is made when the first of them comes, so
 * that its programs are started, filled and compiled once; a part that needs another one builds it.
 */
public final class Houses implements AutoCloseable {

  private final Path folder;
  private final int hotSlots;
  private Optional<SharedHouse> shared = Optional.empty();

  /**
   * Houses that have yet to be made.
   *
   * @param folder of all of them; made if it is not there
   * @param hotSlots that the shared one has for each part that wants one a round
   */
  public Houses(Path folder, int hotSlots) {
    this.folder = folder;
    this.hotSlots = hotSlots;
  }

  /** The one that parts share, with its programs as the part before left them. */
  public SharedHouse shared() throws Exception {
    if (shared.isEmpty()) {
      shared = Optional.of(SharedHouse.in(ownFolder(), hotSlots));
    }
    return shared.get();
  }

  /** A folder to build in; the shared house is closed, so that it disturbs nobody. */
  public Path apart() throws IOException {
    close();
    return ownFolder();
  }

  private Path ownFolder() throws IOException {
    return Files.createTempDirectory(Files.createDirectories(folder), "bench-");
  }

  @Override
  public void close() {
    shared.ifPresent(SharedHouse::close);
    shared = Optional.empty();
  }
}
