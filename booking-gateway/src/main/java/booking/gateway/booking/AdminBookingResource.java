package booking.gateway.booking;

import booking.gateway.auth.AdminOnly;
import booking.gateway.auth.Authenticated;
import booking.gateway.http.Page;
import booking.gateway.request.WriteCall;
import booking.schemas.Role;
import booking.schemas.command.CancelByVenue;
import booking.schemas.command.MarkNoShow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.CompletionStage;

/** Everyone's bookings in the hands of an admin. */
@Path("/api/v1/admin/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@AdminOnly
@SecurityRequirement(name = "token")
@Tag(name = "Admin: bookings")
public final class AdminBookingResource {

  private static final Page.Bounds BOUNDS = new Page.Bounds(50, 100);

  private final BookingDesk desk;

  public AdminBookingResource(BookingDesk desk) {
    this.desk = desk;
  }

  @GET
  @Operation(
      summary = "All bookings, newest first",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "A part of them; the Link header names the next one.",
              content =
                  @Content(array = @ArraySchema(schema = @Schema(implementation = Booking.class)))))
  @Parameter(
      name = "status",
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              type = "string",
              allowableValues = {"pending", "confirmed", "completed", "no_show", "cancelled"}))
  @Parameter(
      name = "roomId",
      in = ParameterIn.QUERY,
      schema = @Schema(type = "integer", format = "int64"))
  @Parameter(
      name = "userId",
      in = ParameterIn.QUERY,
      schema = @Schema(type = "integer", format = "int64"))
  @Parameter(ref = "page")
  @Parameter(ref = "limit")
  public Response list(@Context UriInfo uri) {
    Page page = Page.of(uri, BOUNDS);
    return desk.list(BookingSearch.ofAdmin(uri), page, uri);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A booking")
  public Booking get(
      @PathParam("id") @Parameter(schema = @Schema(type = "integer", format = "int64")) String id) {
    return desk.find(id).orElseThrow(BookingId::notFound);
  }

  @PUT
  @Path("{id}/cancel")
  @Operation(
      summary = "Cancel a booking for the venue",
      description =
          "Whenever it is, all that was paid comes back. Refused with BOOKING_NOT_FOUND or"
              + " CANNOT_CANCEL.",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "It is cancelled.",
              content = @Content(schema = @Schema(implementation = Cancelled.class))))
  public CompletionStage<Response> cancel(
      @PathParam("id") @Parameter(schema = @Schema(type = "integer", format = "int64")) String id,
      @Parameter(hidden = true) @BeanParam WriteCall call) {
    return desk.change(
        id,
        booking -> call.about(booking.timeslotId(), Role.ADMIN, new CancelByVenue(booking.value())),
        Cancelled::of);
  }

  @PUT
  @Path("{id}/no-show")
  @Operation(
      summary = "Note that the customer did not come",
      description =
          "Nothing comes back. Refused with BOOKING_NOT_FOUND, NOT_CONFIRMED or"
              + " TIMESLOT_NOT_STARTED.",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "It is noted.",
              content = @Content(schema = @Schema(implementation = Booking.class))))
  public CompletionStage<Response> noShow(
      @PathParam("id") @Parameter(schema = @Schema(type = "integer", format = "int64")) String id,
      @Parameter(hidden = true) @BeanParam WriteCall call) {
    return desk.change(
        id,
        booking -> call.about(booking.timeslotId(), Role.ADMIN, new MarkNoShow(booking.value())),
        noted -> noted);
  }
}
