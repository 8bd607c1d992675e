package booking.local.sandbox;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/** A look into a user's mailbox. */
@Path("/notifications")
@Produces(MediaType.APPLICATION_JSON)
public final class NotificationResource {

  private final Notifications notifications;

  NotificationResource(Notifications notifications) {
    this.notifications = notifications;
  }

  @GET
  public List<Notifications.Shown> of(@QueryParam("userId") Optional<String> userId) {
    return notifications.of(
        NumericId.in(userId).orElseThrow(() -> new BadRequestException("Give userId=7")));
  }
}
