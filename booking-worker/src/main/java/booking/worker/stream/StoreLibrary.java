package booking.worker.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rocksdb.NativeLibraryLoader;

/** RocksDB's native library, which its jar brings and which has to lie in a file to be loaded. */
final class StoreLibrary {

  private StoreLibrary() {}

  /**
   * Unpacks it into the folder, over what an earlier process left there, and loads it; a process
   * that has it already keeps that. To be called before RocksDB is used: by itself it makes a new
   * file of 15 MB in the temporary folder at each start, and who is killed never deletes it.
   *
   * @param folder made if it is not there; what lies in it must be allowed to run
   */
  static void loadFrom(Path folder) {
    try {
      Files.createDirectories(folder);
      NativeLibraryLoader.getInstance().loadLibrary(folder.toAbsolutePath().toString());
    } catch (IOException e) {
      throw new UncheckedIOException("RocksDB's library cannot be put into " + folder, e);
    } catch (UnsatisfiedLinkError e) {
      throw new IllegalStateException(
          "RocksDB's library cannot be run from %s: is it mounted noexec? Set STATE_DIR to a folder"
                  .formatted(folder)
              + " from which it can.",
          e);
    }
  }
}
