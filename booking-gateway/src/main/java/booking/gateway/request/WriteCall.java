package booking.gateway.request;

import booking.gateway.auth.Caller;
import booking.gateway.json.JsonBody;
import booking.schemas.Actor;
import booking.schemas.Role;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.avro.specific.SpecificRecord;

/** The part of an HTTP call that all writes have in common: who, with which key, waiting or not. */
public final class WriteCall {

  /** The header by which a client names a request of its own. */
  public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  /** The header by which a client asks not to be kept waiting. */
  public static final String PREFER = "Prefer";

  private static final byte[] NO_BODY = new byte[0];

  private final Request request;
  private final UriInfo uri;
  private final HttpHeaders headers;
  private final SecurityContext security;

  public WriteCall(
      @Context Request request,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    this.request = request;
    this.uri = uri;
    this.headers = headers;
    this.security = security;
  }

  /** A call without a body, about a timeslot, in this role. */
  public Submission about(long timeslotId, Role role, SpecificRecord command) {
    return submission(role, OptionalLong.of(timeslotId), command, NO_BODY);
  }

  /** A call with a body, about a timeslot, in this role. */
  public Submission about(long timeslotId, Role role, SpecificRecord command, JsonBody body) {
    return submission(role, OptionalLong.of(timeslotId), command, body.canonical());
  }

  /** An admin's call about the catalogue. */
  public Submission aboutTheCatalogue(SpecificRecord command, JsonBody body) {
    return submission(Role.ADMIN, OptionalLong.empty(), command, body.canonical());
  }

  private Submission submission(
      Role role, OptionalLong timeslotId, SpecificRecord command, byte[] body) {
    long userId = Caller.of(security).userId();
    RequestIdentity identity =
        RequestIdentity.of(
            userId,
            sent(IDEMPOTENCY_KEY),
            RequestIdentity.fingerprint(request.getMethod(), uri.getPath(), body));
    return new Submission(identity, new Actor(userId, role), timeslotId, command, waits());
  }

  private boolean waits() {
    return sent(PREFER).stream()
        .flatMap(header -> List.of(header.split("[,;]")).stream())
        .noneMatch(wish -> wish.strip().toLowerCase(Locale.ROOT).equals("respond-async"));
  }

  private List<String> sent(String header) {
    return Optional.ofNullable(headers.getRequestHeader(header)).orElse(List.of());
  }
}
