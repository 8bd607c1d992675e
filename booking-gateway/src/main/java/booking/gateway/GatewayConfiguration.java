package booking.gateway;

import static java.util.Objects.requireNonNull;

import booking.gateway.auth.TokenSettings;
import booking.gateway.http.ConnectionSettings;
import booking.gateway.limit.LimitSettings;
import booking.gateway.readmodel.ReadModelSettings;
import booking.gateway.request.KafkaSettings;
import booking.gateway.request.RequestSettings;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.Valid;

/** The gateway's settings; gateway.yml shows every one with its default. */
public final class GatewayConfiguration extends Configuration {

  @Valid private final KafkaSettings kafka;
  @Valid private final RequestSettings requests;
  @Valid private final ReadModelSettings readModel;
  @Valid private final TokenSettings tokens;
  @Valid private final LimitSettings limits;
  @Valid private final ConnectionSettings connections;
  private final Duration stopNotice;
  private final DataSize mostBody;
  private final Duration bodyWithin;

  @JsonCreator
  public GatewayConfiguration(
      @JsonProperty("kafka") KafkaSettings kafka,
      @JsonProperty("requests") RequestSettings requests,
      @JsonProperty("readModel") ReadModelSettings readModel,
      @JsonProperty("tokens") TokenSettings tokens,
      @JsonProperty("limits") LimitSettings limits,
      @JsonProperty("connections") ConnectionSettings connections,
      @JsonProperty("stopNotice") Duration stopNotice,
      @JsonProperty("mostBody") DataSize mostBody,
      @JsonProperty("bodyWithin") Duration bodyWithin) {
    this.kafka = requireNonNull(kafka, "kafka");
    this.requests = requireNonNull(requests, "requests");
    this.readModel = requireNonNull(readModel, "readModel");
    this.tokens = requireNonNull(tokens, "tokens");
    this.limits = requireNonNull(limits, "limits");
    this.connections = requireNonNull(connections, "connections");
    this.stopNotice = requireNonNull(stopNotice, "stopNotice");
    this.mostBody = requireNonNull(mostBody, "mostBody");
    this.bodyWithin = requireNonNull(bodyWithin, "bodyWithin");
  }

  public KafkaSettings kafka() {
    return kafka;
  }

  public RequestSettings requests() {
    return requests;
  }

  public ReadModelSettings readModel() {
    return readModel;
  }

  public TokenSettings tokens() {
    return tokens;
  }

  public LimitSettings limits() {
    return limits;
  }

  public ConnectionSettings connections() {
    return connections;
  }

  /** How long a gateway that is told to stop goes on, not ready any more. */
  java.time.Duration stopNotice() {
    return stopNotice.toJavaDuration();
  }

  /** How large a request's body may be, and how long it may take to arrive. */
  BodyBounds body() {
    return new BodyBounds((int) mostBody.toBytes(), bodyWithin.toJavaDuration());
  }

  /**
   * The bounds on a body.
   *
   * @param most bytes
   * @param within until it has arrived
   */
  record BodyBounds(int most, java.time.Duration within) {}

  /** A request is either taken or known not to be before its client hears 202. */
  @ValidationMethod(
      message =
          "kafka.blockTimeout and kafka.deliveryTimeout must end before requests.answerWithin")
  public boolean isSendingOverBeforeTheAnswer() {
    return kafka.blockTimeout().toMilliseconds() + kafka.deliveryTimeout().toMilliseconds()
        < requests.answerWithin().toMilliseconds();
  }
}
