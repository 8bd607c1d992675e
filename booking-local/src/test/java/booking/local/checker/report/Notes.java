package booking.local.checker.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the check of one invariant writes down as it goes. */
public final class Notes {

  /** Enough to find a cause; a broken run may have a violation for each record. */
  private static final int EXAMPLES_MAX = 20;

  private final String id;
  private final String meaning;
  private final Map<String, Long> looked = new LinkedHashMap<>();
  private final Map<Harm, Long> harms = new EnumMap<>(Harm.class);
  private final List<Violation> examples = new ArrayList<>();

  public Notes(String id, String meaning) {
    this.id = id;
    this.meaning = meaning;
  }

  /** One more of something was looked at. */
  public void looked(String what) {
    looked(what, 1);
  }

  public void looked(String what, long count) {
    looked.merge(what, count, Long::sum);
  }

  /** How much of something was looked at. */
  public long lookedAt(String what) {
    return looked.getOrDefault(what, 0L);
  }

  public void violated(Harm harm, Object where, String what, Object... details) {
    harms.merge(harm, 1L, Long::sum);
    if (examples.size() < EXAMPLES_MAX) {
      examples.add(new Violation(id, harm, where.toString(), what.formatted(details)));
    }
  }

  /** A violation unless it is so. */
  public void require(boolean so, Object where, String otherwise, Object... details) {
    if (!so) {
      violated(Harm.WRONG, where, otherwise, details);
    }
  }

  public Finding finding() {
    return new Finding(id, meaning, new LinkedHashMap<>(looked), Map.copyOf(harms), examples);
  }
}
