package booking.local.faults.watch;

import java.time.Duration;

/**
 * What was seen from one moment to another.
 *
 * @param decided requests that got their first result
 * @param twice requests that got a second first result
 * @param gaps events of a slot whose version was not the next one
 * @param undecided requests without a result at the end
 * @param silence longest time in which no request of any partition was decided
 * @param partitionSilence the same of the partition that was worst off, while requests waited there
 */
public record Tally(
    long decided,
    long twice,
    long gaps,
    long undecided,
    Duration silence,
    Duration partitionSilence) {

  /** The same with another number of undecided requests: those that are too late. */
  public Tally withUndecided(long tooLate) {
    return new Tally(decided, twice, gaps, tooLate, silence, partitionSilence);
  }
}
