package booking.gateway.request;

import booking.schemas.Actor;
import java.util.OptionalLong;
import org.apache.avro.specific.SpecificRecord;

/**
 * One request, ready to send.
 *
 * @param timeslotId whose writer decides; empty for the catalogue's
 * @param command one of {@code booking.schemas.command}
 * @param waits false when the client wants to hear no more than that the request was taken
 */
public record Submission(
    RequestIdentity identity,
    Actor actor,
    OptionalLong timeslotId,
    SpecificRecord command,
    boolean waits) {

  String requestId() {
    return identity.requestId();
  }

  long userId() {
    return actor.getUserId();
  }
}
