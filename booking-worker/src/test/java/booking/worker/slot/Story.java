package booking.worker.slot;

import static java.util.stream.Collectors.toMap;

import booking.worker.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a slot came to be in a state: what was asked of it, and when.
 *
 * @param state as the tables call it
 */
record Story(String state, List<Step> steps) {

  private static final Pattern STEP = Pattern.compile(" +(T(?:[+-]\\S+)?) +(.+)");
  private static final Pattern LONG_PAST = Pattern.compile("(\\d+) bookings come and go");

  /** One thing asked. */
  record Step(String at, String words) {

    void happensTo(KeptSlot kept) {
      Matcher longPast = LONG_PAST.matcher(words);
      if (longPast.matches()) {
        kept.bookingsComeAndGo(Integer.parseInt(longPast.group(1)));
        return;
      }
      Decision decision = kept.decide(CommandWords.command(words), Moment.at(at));
      if (!(decision.answer() instanceof Decision.Accepted)) {
        throw new IllegalStateException(at + " " + words + ": " + decision.answer());
      }
    }
  }

  /** All stories told in the file beside this class, by state. */
  static Map<String, Story> all() {
    Map<String, List<Step>> stories = new LinkedHashMap<>();
    String state = "";
    for (String line : Table.lines(Story.class, "states.txt")) {
      if (!line.isBlank() && !line.startsWith(" ") && !line.startsWith("#")) {
        state = line;
        stories.put(state, new ArrayList<>());
      }
      Matcher step = STEP.matcher(line);
      if (step.matches()) {
        stories.get(state).add(new Step(step.group(1), step.group(2)));
      }
    }
    return stories.entrySet().stream()
        .map(entry -> new Story(entry.getKey(), entry.getValue()))
        .collect(toMap(Story::state, story -> story, (one, other) -> one, LinkedHashMap::new));
  }

  KeptSlot told() {
    KeptSlot kept = new KeptSlot();
    steps.forEach(step -> step.happensTo(kept));
    return kept;
  }
}
