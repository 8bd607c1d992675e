package booking.local.sandbox;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/** A look into the payment service's book of refunds. */
@Path("/refunds")
@Produces(MediaType.APPLICATION_JSON)
public final class RefundResource {

  private final Refunds refunds;

  RefundResource(Refunds refunds) {
    this.refunds = refunds;
  }

  @GET
  public List<Refunds.Shown> of(@QueryParam("bookingId") Optional<String> bookingId) {
    return refunds.of(
        NumericId.in(bookingId).orElseThrow(() -> new BadRequestException("Give bookingId=…")));
  }
}
