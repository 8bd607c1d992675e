package booking.local.sandbox;

import booking.schemas.SchemaRegistry;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import java.util.Map;

/** The settings of the sandbox, with their defaults in {@code sandbox.yml}. */
public final class SandboxConfiguration extends Configuration {

  private final String bootstrapServers;
  private final String gatewayUrl;
  private final SchemaRegistry schemaRegistry;
  private final boolean settleRefunds;
  private final TokenSettings tokens;

  @JsonCreator
  public SandboxConfiguration(
      @JsonProperty(value = "bootstrapServers", required = true) String bootstrapServers,
      @JsonProperty(value = "gatewayUrl", required = true) String gatewayUrl,
      @JsonProperty(value = "schemaRegistryUrl", required = true) String schemaRegistryUrl,
      @JsonProperty(value = "settleRefunds", required = true) boolean settleRefunds,
      @JsonProperty(value = "tokens", required = true) TokenSettings tokens) {
    this.bootstrapServers = bootstrapServers;
    this.gatewayUrl = gatewayUrl;
    this.schemaRegistry = SchemaRegistry.of(Map.of(SchemaRegistry.URL, schemaRegistryUrl));
    this.settleRefunds = settleRefunds;
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

  /** The registry that the worker and the gateway are told of. */
  public SchemaRegistry schemaRegistry() {
    return schemaRegistry;
  }

  /** Whether refunds are settled here; not beside a payment service that does it. */
  public boolean settleRefunds() {
    return settleRefunds;
  }

  public TokenSettings tokens() {
    return tokens;
  }
}
