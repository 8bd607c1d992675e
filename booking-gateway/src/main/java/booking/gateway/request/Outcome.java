package booking.gateway.request;

import booking.schemas.RequestResult;

/** What a request has come to by the time its client must be answered. */
public sealed interface Outcome {

  /** The worker has decided. */
  record Decided(RequestResult result) implements Outcome {}

  /** The request is taken and will be decided; nobody knows yet how. */
  record Undecided(String requestId) implements Outcome {}
}
