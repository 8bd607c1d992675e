package booking.gateway;

import io.dropwizard.configuration.ConfigurationSourceProvider;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.ResourceConfigurationSourceProvider;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.text.StringSubstitutor;

/**
 * The environment, put in where a settings file names its variables: one on the class path, or one
 * that is called by its absolute path.
 */
final class EnvironmentVariables {

  private EnvironmentVariables() {}

  /** A source in which a variable that is not set and has no default refuses to start. */
  static ConfigurationSourceProvider in(Map<String, String> environment) {
    StringSubstitutor variables = new StringSubstitutor(quoted(environment));
    variables.setEnableUndefinedVariableException(true);
    ConfigurationSourceProvider bundled = new ResourceConfigurationSourceProvider();
    ConfigurationSourceProvider files = new FileConfigurationSourceProvider();
    return new SubstitutingSourceProvider(
        path -> (path.startsWith("/") ? files : bundled).open(path), variables);
  }

  // Every variable in gateway.yml stands in single quotes: whatever it holds, it stays one text.
  private static Map<String, String> quoted(Map<String, String> environment) {
    return environment.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, variable -> variable.getValue().replace("'", "''")));
  }
}
