package booking.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The fenced blocks of a Markdown text, in order. */
record Readme(List<Block> blocks) {

  private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");

  /** What stands between two fences; the language may be empty. */
  record Block(String language, String text) {}

  Readme {
    blocks = List.copyOf(blocks);
  }

  static Readme parse(String markdown) {
    List<Block> blocks = new ArrayList<>();
    Matcher fences = FENCE.matcher(markdown);
    while (fences.find()) {
      MatchResult found = fences.toMatchResult();
      blocks.add(new Block(found.group(1), found.group(2).strip()));
    }
    return new Readme(blocks);
  }

  long count(String language) {
    return blocks.stream().filter(block -> block.language().equals(language)).count();
  }

  /** Where the text says … anything may stand, but no new line begins. */
  static Pattern pattern(String expected) {
    return Pattern.compile(
        Arrays.stream(expected.split("…", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*")));
  }
}
