package booking.gateway.request;

import java.util.Optional;

/** What the read model knows of decided requests. */
public interface Decisions {

  /**
   * One decided request.
   *
   * @param timeslotId whose writer decided; empty for the catalogue's
   */
  record Decision(long userId, RequestStatus status, Optional<Long> timeslotId) {}

  Optional<Decision> find(String requestId);
}
