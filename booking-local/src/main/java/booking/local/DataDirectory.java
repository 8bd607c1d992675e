package booking.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The folder in which one installation keeps all it must remember, held by at most one running
 * system. The operating system lets go of it when the process ends, however it ends.
 */
final class DataDirectory implements AutoCloseable {

  private static final String STOPPING = "stopping";
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Path path;
  private final FileChannel lock;

  private DataDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Makes the folder if it is not there and takes hold of it. A system that is just stopping there
   * is waited for: who restarts cannot see when the last one has let go.
   */
  static DataDirectory hold(Path wanted) throws StartupFailure {
    try {
      Path path = Files.createDirectories(wanted).toRealPath();
      FileChannel channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      long from = System.nanoTime();
      while (tryLock(channel).isEmpty()) {
        if (!isStopping(path) || System.nanoTime() - from > PATIENCE_NANOS) {
          channel.close();
          throw inUse(path);
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      channel.truncate(0);
      return new DataDirectory(path, channel);
    } catch (IOException denied) {
      throw new StartupFailure(
          "%s cannot be written. Give a folder that can by DATA_DIR=…"
              .formatted(wanted.toAbsolutePath().normalize()),
          denied);
    }
  }

  /** A folder or file in it. */
  Path resolve(String name) {
    return path.resolve(name);
  }

  /** Lets who waits for the folder know that it will soon be free. */
  void announceStop() throws IOException {
    lock.write(ByteBuffer.wrap(STOPPING.getBytes(UTF_8)), 0);
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private static boolean isStopping(Path path) throws IOException {
    return Files.readString(path.resolve("lock")).equals(STOPPING);
  }

  private static StartupFailure inUse(Path path) {
    return new StartupFailure(
        "%s is in use: Booking runs there already. Stop that one, or give this one a folder of its"
                .formatted(path)
            + " own by DATA_DIR=…");
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException heldByThisJvm) {
      return Optional.empty();
    }
  }
}
