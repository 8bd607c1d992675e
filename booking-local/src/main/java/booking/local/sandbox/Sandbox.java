package booking.local.sandbox;

import booking.local.sandbox.TopicFollower.Following;
import booking.local.sandbox.registry.SchemaResource;
import booking.local.sandbox.registry.SubjectResource;
import booking.schemas.LocalSchemaRegistry;
import booking.schemas.SchemaRegistry;
import booking.schemas.Topics;
import com.codahale.metrics.health.HealthCheck;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.dropwizard.configuration.ResourceConfigurationSourceProvider;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.text.StringSubstitutor;

/**
 * The program that stands in for the token issuer, the payment service, the notification service
 * and the schema registry of a real deployment.
 */
public final class Sandbox extends Application<SandboxConfiguration> {

  private final Map<String, String> environment;

  /**
   * A sandbox with settings of its own.
   *
   * @param environment what {@code sandbox.yml} asks for by name
   */
  public Sandbox(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Without arguments: serves, with the settings that the jar brings. */
  public static void main(String[] args) throws Exception {
    String[] arguments = args.length == 0 ? new String[] {"server", "sandbox.yml"} : args;
    new Sandbox(System.getenv()).run(arguments);
  }

  @Override
  public String getName() {
    return "sandbox";
  }

  @Override
  public void initialize(Bootstrap<SandboxConfiguration> bootstrap) {
    bootstrap.setConfigurationSourceProvider(
        new SubstitutingSourceProvider(
            new ResourceConfigurationSourceProvider(),
            new StringSubstitutor(environment).setEnableUndefinedVariableException(true)));
    ObjectMapper json = bootstrap.getObjectMapper();
    json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    json.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    json.setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT);
  }

  @Override
  public void run(SandboxConfiguration configuration, Environment environment) {
    InstantSource clock = Clock.systemUTC();
    Tokens tokens = new Tokens(configuration.tokens());
    PaymentTopics payments =
        new PaymentTopics(configuration.bootstrapServers(), configuration.schemaRegistry());
    environment.lifecycle().manage(payments);
    Observations observations = new Observations(new Notifications(), new Refunds());
    follow(configuration, environment, observations, new RefundDesk(payments, clock));

    JerseyEnvironment http = environment.jersey();
    BookingPrices prices = new BookingPrices(configuration.gatewayUrl(), tokens);
    http.register(new TokenResource(tokens, clock));
    http.register(new PaymentResource(prices, payments, clock));
    http.register(new NotificationResource(observations.notifications()));
    http.register(new RefundResource(observations.refunds()));
    http.register(new SubjectResource(LocalSchemaRegistry.bundled()));
    http.register(new SchemaResource(LocalSchemaRegistry.bundled()));
  }

  private static void follow(
      SandboxConfiguration configuration,
      Environment environment,
      Observations observations,
      RefundDesk desk) {
    String kafka = configuration.bootstrapServers();
    Following all =
        new Following(
            "everything",
            // Nobody's place is kept: what is shown is read again with each start.
            "sandbox-" + UUID.randomUUID(),
            false,
            List.of(
                Topics.BOOKING_NOTIFICATIONS.name(),
                Topics.REFUND_REQUESTED.name(),
                Topics.REFUND_SETTLED.name()));
    SchemaRegistry registry = configuration.schemaRegistry();
    manage(environment, all, new TopicFollower(kafka, registry, all, observations::take));
    if (configuration.settleRefunds()) {
      Following refunds =
          new Following(
              "refunds", "sandbox-payments", true, List.of(Topics.REFUND_REQUESTED.name()));
      manage(environment, refunds, new TopicFollower(kafka, registry, refunds, desk::take));
    }
  }

  private static void manage(Environment environment, Following following, TopicFollower follower) {
    environment.lifecycle().manage(follower);
    environment
        .healthChecks()
        .register(
            "follows-" + following.name(),
            new HealthCheck() {
              @Override
              protected Result check() {
                return follower.follows() ? Result.healthy() : Result.unhealthy("has ended");
              }
            });
  }
}
