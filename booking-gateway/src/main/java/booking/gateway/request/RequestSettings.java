package booking.gateway.request;

import static java.util.Objects.requireNonNull;

import io.dropwizard.util.Duration;
import jakarta.validation.constraints.Min;

/**
 * How long and how many requests are waited for.
 *
 * @param answerWithin how long the decision and the read model are waited for together; then the
 *     answer is 202, or the decision itself
 * @param readablePoll how often the read model is asked while someone waits for it
 * @param readableProbe how often it is asked while it is out of reach
 * @param slowReadModel how long it may take to answer before nobody waits for it any more
 * @param mostWaiting requests at once; further ones are refused
 * @param mostRemembered requests whose state is kept here after their clients were answered
 * @param rememberedFor how long, at most
 * @param resendAfter how long a repeat of what Kafka has taken waits for the first one's result,
 *     and how long a late result is kept for it; then the worker is asked again
 * @param answerThreads that turn results into answers
 */
public record RequestSettings(
    Duration answerWithin,
    Duration readablePoll,
    Duration readableProbe,
    Duration slowReadModel,
    @Min(1) int mostWaiting,
    @Min(1) int mostRemembered,
    Duration rememberedFor,
    Duration resendAfter,
    @Min(1) int answerThreads) {

  public RequestSettings {
    requireNonNull(answerWithin, "answerWithin");
    requireNonNull(readablePoll, "readablePoll");
    requireNonNull(readableProbe, "readableProbe");
    requireNonNull(slowReadModel, "slowReadModel");
    requireNonNull(rememberedFor, "rememberedFor");
    requireNonNull(resendAfter, "resendAfter");
  }
}
