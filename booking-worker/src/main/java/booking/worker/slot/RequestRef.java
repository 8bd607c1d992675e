package booking.worker.slot;

/**
 * Which request it was.
 *
 * @param fingerprint hash of what was asked, to tell a repeat from another request of the same id
 */
public record RequestRef(String requestId, long fingerprint) {}
