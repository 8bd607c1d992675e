package booking.local.sandbox;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;

/** The settings of the sandbox, with their defaults in {@code sandbox.yml}. */
public final class SandboxConfiguration extends Configuration {

  private final String bootstrapServers;
  private final String gatewayUrl;
  private final TokenSettings tokens;

  @JsonCreator
  public SandboxConfiguration(
      @JsonProperty(value = "bootstrapServers", required = true) String bootstrapServers,
      @JsonProperty(value = "gatewayUrl", required = true) String gatewayUrl,
      @JsonProperty(value = "tokens", required = true) TokenSettings tokens) {
    this.bootstrapServers = bootstrapServers;
    this.gatewayUrl = gatewayUrl;
    this.tokens = tokens;
  }

  /** Where Kafka is. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Where the gateway is, without a slash at the end. */
  public String gatewayUrl() {
    return gatewayUrl;
  }

  public TokenSettings tokens() {
    return tokens;
  }
}
