package booking.worker;

import io.dropwizard.configuration.ConfigurationSourceProvider;
import io.dropwizard.configuration.ResourceConfigurationSourceProvider;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.text.StringSubstitutor;

/**
 * Where the settings are read: {@link #BUNDLED} in the jar, or a file of that name, with names in
 * them filled from the environment.
 */
final class SettingsSource implements ConfigurationSourceProvider {

  /** The settings that the jar brings. */
  static final String BUNDLED = "worker.yml";

  private final ConfigurationSourceProvider bundled = new ResourceConfigurationSourceProvider();

  private SettingsSource() {}

  static ConfigurationSourceProvider with(Map<String, String> environment) {
    return new SubstitutingSourceProvider(new SettingsSource(), new StringSubstitutor(environment));
  }

  @Override
  public InputStream open(String path) throws IOException {
    if (path.equals(BUNDLED)) {
      return bundled.open(path);
    }
    Path file = Path.of(path);
    if (!Files.isRegularFile(file)) {
      throw new FileNotFoundException(
          "There are no settings in %s. Name a file, or %s for those that the worker brings."
              .formatted(file.toAbsolutePath(), BUNDLED));
    }
    return Files.newInputStream(file);
  }
}
