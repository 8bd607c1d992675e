package booking.gateway.request;

import booking.schemas.Actor;
import booking.schemas.Role;
import booking.schemas.command.OpenTimeslot;
import io.dropwizard.util.Duration;
import java.util.OptionalLong;

/** Settings and submissions of the tests of this package. */
final class RequestSamples {

  private RequestSamples() {}

  /** Nothing takes longer than a test can wait for. */
  static RequestSettings settings(int mostWaiting) {
    return settings(mostWaiting, Duration.seconds(30));
  }

  static RequestSettings settings(int mostWaiting, Duration answerWithin) {
    return settings(mostWaiting, answerWithin, Duration.seconds(30));
  }

  /** With a read model that counts as away when it takes so long to answer. */
  static RequestSettings settings(int mostWaiting, Duration answerWithin, Duration slow) {
    return settings(mostWaiting, answerWithin, slow, Duration.seconds(30));
  }

  static RequestSettings settings(
      int mostWaiting, Duration answerWithin, Duration slow, Duration resendAfter) {
    return new RequestSettings(
        answerWithin,
        Duration.milliseconds(1),
        Duration.milliseconds(5),
        slow,
        mostWaiting,
        100,
        Duration.minutes(1),
        resendAfter,
        1);
  }

  static Submission submission(String requestId, long fingerprint) {
    return submission(requestId, fingerprint, 4821);
  }

  static Submission submission(String requestId, long fingerprint, long timeslotId) {
    return new Submission(
        new RequestIdentity(requestId, fingerprint, true),
        new Actor(7L, Role.USER),
        OptionalLong.of(timeslotId),
        new OpenTimeslot(),
        true);
  }

  static Submission inNoHurry(Submission submission) {
    return new Submission(
        submission.identity(),
        submission.actor(),
        submission.timeslotId(),
        submission.command(),
        false);
  }

  static Submission ofTheCatalogue(Submission submission) {
    return new Submission(
        submission.identity(),
        submission.actor(),
        OptionalLong.empty(),
        submission.command(),
        true);
  }
}
