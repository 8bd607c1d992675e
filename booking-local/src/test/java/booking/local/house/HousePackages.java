package booking.local.house;

import java.util.List;
import java.util.stream.Stream;

/** The packages that rules are about, as ArchUnit's patterns. */
final class HousePackages {

  static final String SCHEMAS = "..booking.schemas..";
  static final String WORKER = "..booking.worker..";
  static final String GATEWAY = "..booking.gateway..";
  static final String LOCAL = "booking.local..";
  static final String STREAM = "..booking.worker.stream..";
  static final String READ_MODEL = "..booking.worker.readmodel..";

  /** A second bookkeeper, among the tests. */
  static final String CHECKER = "..booking.local.checker..";

  /** The rules of booking: they know no Kafka, SQL, HTTP, logging or clock. */
  static final List<String> PURE =
      List.of("..booking.worker.slot..", "..booking.worker.catalog..", "..booking.worker.money..");

  /** What the pure packages may know besides themselves. */
  static final List<String> PLAIN_JAVA =
      List.of(
          "java.lang",
          "java.lang.annotation",
          "java.lang.invoke",
          "java.lang.runtime",
          "java.math",
          "java.time..",
          "java.util",
          "java.util.function",
          "java.util.stream",
          "org.jspecify..");

  private HousePackages() {}

  /** Those of ours, so that a test can see that each is there. */
  static Stream<String> ours() {
    return Stream.concat(
        Stream.of(SCHEMAS, WORKER, GATEWAY, LOCAL, STREAM, READ_MODEL), PURE.stream());
  }
}
