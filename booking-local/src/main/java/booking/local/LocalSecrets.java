package booking.local;

import booking.local.postgres.PostgresLogins;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/**
 * What nobody but this installation may know: made at the first start, kept in one file that only
 * its owner can read.
 *
 * @param jwt the key that signs tokens, longer than 32 bytes
 */
public record LocalSecrets(String jwt, PostgresLogins postgres) {

  private static final int BYTES = 36;
  private static final List<String> NAMES =
      List.of("jwt", "postgres.superuser", "postgres.worker", "postgres.gateway");

  /** The secrets of the installation that keeps them in this file, made now if it has none. */
  public static LocalSecrets keptIn(Path file) throws IOException {
    if (!Files.exists(file)) {
      write(file);
    }
    Properties secrets = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      secrets.load(reader);
    }
    return new LocalSecrets(
        secret(secrets, "jwt"),
        new PostgresLogins(
            secret(secrets, "postgres.superuser"),
            secret(secrets, "postgres.worker"),
            secret(secrets, "postgres.gateway")));
  }

  /** Says nothing of the secrets, so that no log does. */
  @Override
  public String toString() {
    return "LocalSecrets[]";
  }

  private static void write(Path file) throws IOException {
    SecureRandom random = new SecureRandom();
    Properties secrets = new Properties();
    for (String name : NAMES) {
      byte[] bytes = new byte[BYTES];
      random.nextBytes(bytes);
      secrets.setProperty(name, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
    // Whole or not at all: half a file would lock the installation out of its own database.
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    Files.deleteIfExists(draft);
    Files.createFile(draft, ownerOnly());
    try (Writer writer = Files.newBufferedWriter(draft)) {
      secrets.store(writer, "Of this installation only");
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static String secret(Properties secrets, String name) throws IOException {
    String value = secrets.getProperty(name, "");
    if (value.isEmpty()) {
      throw new IOException("secrets.properties has no " + name);
    }
    return value;
  }
}
