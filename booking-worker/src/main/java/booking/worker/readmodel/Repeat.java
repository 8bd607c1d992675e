package booking.worker.readmodel;

import java.util.Optional;

/**
 * What a table does with a row whose key it holds already.
 *
 * @param key the columns of the unique constraint by which such a row is known; a row that breaks
 *     any other constraint is an error
 * @param replacedWhen SQL over {@code stored} and {@code EXCLUDED} that is true when the new row
 *     takes the place of the old one; empty when the old one always stays
 */
record Repeat(String key, Optional<String> replacedWhen) {

  static Repeat newestStays() {
    return new Repeat("id", Optional.of("stored.version < EXCLUDED.version"));
  }

  static Repeat firstStays(String key) {
    return new Repeat(key, Optional.empty());
  }

  static Repeat strongestStays(String replacedWhen) {
    return new Repeat("id", Optional.of(replacedWhen));
  }
}
