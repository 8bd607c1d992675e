package booking.local.postgres;

import booking.local.machine.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A directory whose making was cut short, by a kill in the middle of a first start. The library
 * would take it for a finished one and fail on it for ever, so each gets a mark once it is whole.
 */
final class HalfMade {

  private HalfMade() {}

  static void mark(Path mark) throws IOException {
    if (!Files.exists(mark)) {
      Files.createFile(mark);
    }
  }

  static void removeUnlessMarked(Path directory, Path mark) throws IOException {
    if (!Files.exists(mark) && Files.exists(directory)) {
      FolderTree.delete(directory);
    }
  }
}
