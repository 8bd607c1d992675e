package booking.schemas;

import org.apache.avro.specific.AvroGenerated;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * The classes that Avro may make when a schema names them: since 1.12.2 it makes none that it was
 * not told to trust. Told here and not by a system property, so that no process can forget it.
 */
final class TrustedRecords {

  private static final String OURS = TrustedRecords.class.getPackageName() + ".";

  static {
    ClassSecurityPredicate before = ClassSecurityValidator.getGlobal();
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(before, TrustedRecords::isOurs));
  }

  private TrustedRecords() {}

  /** Sees to it that the generated records of the contract are trusted, once and for good. */
  static void trust() {
    // Loading the class has done it.
  }

  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith(OURS) && type.isAnnotationPresent(AvroGenerated.class);
  }
}
