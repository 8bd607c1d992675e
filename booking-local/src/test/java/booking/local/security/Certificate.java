package booking.local.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A server's certificate for this machine, made for one test: it vouches for itself.
 *
 * @param keystore of the server, PKCS 12
 * @param password of the keystore
 * @param authority whom clients have to believe, PEM
 */
record Certificate(Path keystore, String password, Path authority) {

  private static final String NAME = "server";
  private static final String SAN = "san=ip:127.0.0.1";

  static Certificate in(Path folder, String password) throws IOException {
    Path keystore = folder.resolve("server.p12");
    Path authority = folder.resolve("kafka-ca.pem");
    Keystore store = new Keystore(keystore, password);
    store.keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", SAN);
    store.keytool("-exportcert", "-rfc", "-file", authority.toString());
    return new Certificate(keystore, password, authority);
  }

  private record Keystore(Path file, String password) {

    void keytool(String... arguments) throws IOException {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
      command.addAll(List.of(arguments));
      command.addAll(List.of("-alias", NAME, "-storetype", "PKCS12"));
      command.addAll(List.of("-keystore", file.toString(), "-storepass", password));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.onExit().join().exitValue() != 0) {
        throw new IOException("keytool: " + said);
      }
    }
  }
}
