package booking.gateway.http;

import booking.gateway.problem.ProblemCode;
import booking.gateway.problem.ProblemException;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * A value from the path or the query of a call, as text; every reading of it that fails is an
 * INVALID_PARAMETER that names it.
 */
public record ParameterText(String name, Optional<String> text) {

  private static final int LAST_YEAR = 9999;
  private static final int DIGITS_OF_ANY_LONG = 18;

  public static ParameterText of(String name, Optional<String> text) {
    return new ParameterText(name, text);
  }

  /** A value of the query; the first, if it was sent more than once. */
  public static ParameterText query(UriInfo uri, String name) {
    return of(name, Optional.ofNullable(uri.getQueryParameters().getFirst(name)));
  }

  /** An id of the path; one too large to have been given yet is some id that nobody has. */
  public static long id(String text) {
    return new ParameterText("id", Optional.of(text)).optionalId().orElseThrow();
  }

  /** An id of the query, if sent. */
  public Optional<Long> optionalId() {
    return text.map(
        sent -> {
          require(sent.matches("0*[1-9][0-9]*"), "must be a number, 1 or more");
          String digits = sent.replaceFirst("^0+", "");
          return digits.length() > DIGITS_OF_ANY_LONG ? Long.MAX_VALUE : Long.parseLong(digits);
        });
  }

  /** A number within bounds that are both included, if sent. */
  public Optional<Integer> within(int least, int most) {
    return text.map(
        sent -> {
          String bounds = "must be a number from " + least + " to " + most;
          require(sent.matches("[0-9]{1,9}"), bounds);
          int number = Integer.parseInt(sent);
          require(number >= least && number <= most, bounds);
          return number;
        });
  }

  /** A day like 2027-03-28, if sent. */
  public Optional<LocalDate> day() {
    return text.map(
        sent -> {
          try {
            LocalDate day = LocalDate.parse(sent);
            require(day.getYear() >= 1 && day.getYear() <= LAST_YEAR, "must be from this era");
            return day;
          } catch (DateTimeParseException none) {
            throw invalid("must be a day like 2027-03-28");
          }
        });
  }

  /** One of these words, if sent. */
  public Optional<String> oneOf(List<String> words) {
    text.ifPresent(
        sent -> require(words.contains(sent), "must be one of " + String.join(", ", words)));
    return text;
  }

  /** What was sent, for a parameter that must be. */
  public <T> T required(Optional<T> value) {
    return value.orElseThrow(() -> invalid("is required"));
  }

  /** The problem of this parameter. */
  public ProblemException invalid(String why) {
    return new ProblemException(ProblemCode.INVALID_PARAMETER, name + " " + why + ".");
  }

  private void require(boolean holds, String why) {
    if (!holds) {
      throw invalid(why);
    }
  }
}
