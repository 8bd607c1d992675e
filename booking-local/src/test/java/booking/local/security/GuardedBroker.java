package booking.local.security;

import booking.local.broker.BrokerPorts;
import booking.local.broker.LocalBroker;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/**
 * A broker that speaks SASL over TLS only, and whose authorizer refuses what no rule allows. Its
 * own user may do everything.
 */
public final class GuardedBroker implements AutoCloseable {

  private static final String MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule";
  private static final String OWN_USER = "broker";

  private final Path folder;
  private final Certificate certificate;
  private final LocalBroker broker;
  private final Page page = Page.read();

  private GuardedBroker(Path folder, Certificate certificate, LocalBroker broker) {
    this.folder = folder;
    this.certificate = certificate;
    this.broker = broker;
  }

  /**
   * Starts it.
   *
   * @param folder its own; clients' files are written there
   * @param password of its own user and of its key
   */
  public static GuardedBroker start(Path folder, BrokerPorts ports, String password)
      throws IOException {
    Certificate certificate = Certificate.in(Files.createDirectories(folder), password);
    LocalBroker broker =
        LocalBroker.start(folder.resolve("kafka"), ports, guards(certificate, password));
    return new GuardedBroker(folder, certificate, broker);
  }

  private static Map<String, String> guards(Certificate certificate, String password) {
    Map<String, String> guards = new HashMap<>();
    guards.put("listener.security.protocol.map", "CLIENTS:SASL_SSL,CONTROLLER:PLAINTEXT");
    guards.put("sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-512");
    // Clients come by SCRAM; its users are made by somebody who is in already.
    guards.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
    guards.put(
        "listener.name.clients.plain.sasl.jaas.config",
        "%1$s required username=\"%2$s\" password=\"%3$s\" user_%2$s=\"%3$s\";"
            .formatted(MODULE, OWN_USER, password));
    guards.put(
        "listener.name.clients.scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    guards.put("ssl.keystore.type", "PKCS12");
    guards.put("ssl.keystore.location", certificate.keystore().toString());
    guards.put("ssl.keystore.password", certificate.password());
    guards.put("ssl.truststore.type", "PEM");
    guards.put("ssl.truststore.location", certificate.authority().toString());
    guards.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    guards.put("allow.everyone.if.no.acl.found", "false");
    // The controller's listener, which only the broker itself uses, asks for no name.
    guards.put("super.users", "User:%s;User:ANONYMOUS".formatted(OWN_USER));
    return guards;
  }

  /** Gives everybody in the page's table a login and what the table gives them. */
  public void admit(List<String> strangers, String password) {
    List<String> known = page.rights().stream().map(Page.Right::principal).distinct().toList();
    ScramCredentialInfo strength = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);
    try (Admin admin = Admin.create(ownSettings())) {
      for (List<String> names : List.of(known, strangers)) {
        admin
            .alterUserScramCredentials(
                names.stream()
                    .map(name -> new UserScramCredentialUpsertion(name, strength, password))
                    .collect(Collectors.toList()))
            .all()
            .get();
      }
      admin.createAcls(page.rights().stream().flatMap(AccessRules::of).toList()).all().get();
    } catch (ExecutionException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The file that makes a client be this principal, as the page shows it. */
  public Path clientFile(String principal, String password) {
    String text =
        page.clientFile(
            Map.of(
                "username", principal,
                "password", password,
                "ssl.truststore.location", certificate.authority().toString()));
    return written(principal, text);
  }

  private Path written(String name, String settings) {
    try {
      return Files.writeString(Files.createTempFile(folder, name, ".properties"), settings);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The settings of a client that is this principal. */
  public Map<String, Object> client(String principal, String password) {
    Properties settings = new Properties();
    try {
      settings.load(new StringReader(Files.readString(clientFile(principal, password))));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    settings.put("bootstrap.servers", broker.bootstrapServers());
    return settings.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, settings::getProperty));
  }

  /** What {@code kafka-configs.sh} is told here so that this principal has another password. */
  public String changeOfLogin(String principal, String password) {
    String settings =
        ownSettings().entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue())
            .collect(Collectors.joining("\n"));
    return "--bootstrap-server %s --command-config %s %s"
        .formatted(
            broker.bootstrapServers(),
            written("admin", settings),
            page.changeOfLogin(principal, password));
  }

  private Map<String, Object> ownSettings() {
    Map<String, Object> settings = new HashMap<>(client(OWN_USER, certificate.password()));
    settings.put("sasl.mechanism", "PLAIN");
    settings.put(
        "sasl.jaas.config",
        "%s required username=\"%s\" password=\"%s\";"
            .formatted(MODULE, OWN_USER, certificate.password()));
    return settings;
  }

  @Override
  public void close() {
    broker.close();
  }
}
