package booking.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bodies that nobody in their right mind sends, made from a good one. */
final class HostileJson {

  private static final int DEEP = 10_000;
  private static final int LONG = 15_000;
  private static final int TOO_LONG = 40_000;

  private static final List<String> VALUES =
      List.of(
          "NaN",
          "Infinity",
          "-Infinity",
          "1e999999",
          "-1e999999",
          "1e-999999",
          "0x10",
          "010",
          "1.",
          ".5",
          "+1",
          "-",
          "--1",
          "1e",
          "9223372036854775808",
          "-9223372036854775809",
          "1" + "0".repeat(500),
          "0." + "0".repeat(500) + "1",
          "true",
          "TRUE",
          "nul",
          "null",
          "undefined",
          "\"",
          "'x'",
          "\"\\",
          "\"\\x\"",
          "\"\\u12\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"\\u0000\"",
          "\"\u0001\"",
          "\"a\nb\"",
          "[",
          "]",
          "{",
          "}",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "{\"a\":null}",
          "{\"\":1}",
          "{\"a\":1,\"a\":2}",
          ",",
          ":",
          "1 2",
          "\"x\" \"y\"",
          "/* x */ 1",
          "// x\n1",
          "\"" + "x".repeat(LONG) + "\"",
          "\"" + "x".repeat(TOO_LONG) + "\"",
          "[" + "0,".repeat(LONG / 2) + "0]",
          "[".repeat(DEEP) + "]".repeat(DEEP),
          "{\"a\":".repeat(3000) + "1" + "}".repeat(3000),
          "[".repeat(DEEP),
          "\"${jndi:ldap://x}\"",
          "\"#{7*7}\"",
          "\"${7*7}\"",
          "\"{{7*7}}\"",
          "\"%s%n%x\"",
          "\"'; DROP TABLE bookings; --\"",
          "\"<script>alert(1)</script>\"",
          "\"\ufeff\"",
          "{\"@class\":\"java.net.URL\",\"val\":\"http://x\"}",
          "[\"java.net.URL\",\"http://x\"]");

  private HostileJson() {}

  /**
   * Bodies made from a good one: cut short, with each value and each name replaced, with bytes that
   * are no text.
   *
   * @param good an object on one line
   */
  static List<byte[]> from(String good) {
    List<byte[]> bodies = new ArrayList<>();
    byte[] whole = utf8(good);
    for (int cut = 1; cut < whole.length; cut++) {
      bodies.add(utf8(good.substring(0, cut)));
    }
    VALUES.forEach(value -> bodies.add(utf8(value)));
    for (String name : names(good)) {
      VALUES.forEach(value -> bodies.add(utf8(withValue(good, name, value))));
      bodies.add(utf8(good.replace("\"" + name + "\"", "\"" + name + "\\u0000\"")));
      bodies.add(
          utf8(good.replace("\"" + name + "\"", "\"" + name.toUpperCase(Locale.ROOT) + "\"")));
      bodies.add(utf8(good.replace("\"" + name + "\"", "\"__proto__\"")));
    }
    for (int bad : new int[] {0x00, 0x80, 0xC0, 0xED, 0xF5, 0xFE, 0xFF}) {
      bodies.add(with(whole, 0, bad));
      bodies.add(with(whole, whole.length / 2, bad));
      bodies.add(with(whole, whole.length, bad));
    }
    bodies.add(good.getBytes(StandardCharsets.UTF_16));
    bodies.add(good.getBytes(StandardCharsets.UTF_16LE));
    return bodies;
  }

  private static List<String> names(String good) {
    List<String> names = new ArrayList<>();
    var found = Pattern.compile("\"(\\w+)\":").matcher(good);
    while (found.find()) {
      names.add(found.group(1));
    }
    return names;
  }

  private static String withValue(String good, String name, String value) {
    String put = "\"" + name + "\":" + value;
    return good.replaceFirst(
        "\"" + name + "\":(\"[^\"]*\"|\\{[^}]*}|[^,}]+)", Matcher.quoteReplacement(put));
  }

  private static byte[] with(byte[] whole, int at, int bad) {
    ByteArrayOutputStream spoilt = new ByteArrayOutputStream();
    spoilt.write(whole, 0, at);
    spoilt.write(bad);
    spoilt.write(whole, at, whole.length - at);
    return spoilt.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
