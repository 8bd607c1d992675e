package booking.worker.stream;

import java.util.Optional;

/** Whose request, if anyone's, made something happen. */
record Cause(Optional<Asked> asked) {

  /** A request and who made it. */
  record Asked(String requestId, long userId) {}

  static Cause none() {
    return new Cause(Optional.empty());
  }

  static Cause of(String requestId, long userId) {
    return new Cause(Optional.of(new Asked(requestId, userId)));
  }
}
