package booking.worker.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The short lists that are translated for every booking. */
final class Each {

  private Each() {}

  /** Each of them translated. A stream would take longer than what is in a list of one or none. */
  static <A, B> List<B> of(List<A> all, Function<A, B> translated) {
    List<B> results = new ArrayList<>(all.size());
    for (A one : all) {
      results.add(translated.apply(one));
    }
    return results;
  }
}
