package booking.gateway.booking;

import booking.gateway.auth.Authenticated;
import booking.gateway.auth.Caller;
import booking.gateway.http.Page;
import booking.gateway.json.JsonBody;
import booking.gateway.request.WriteCall;
import booking.gateway.timeslot.TimeslotId;
import booking.schemas.Role;
import booking.schemas.command.Cancel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.CompletionStage;

/** A user's own bookings. */
@Path(BookingResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@SecurityRequirement(name = "token")
@Tag(name = "Bookings")
public final class BookingResource {

  static final String PATH = "/api/v1/bookings";

  private static final Page.Bounds BOUNDS = new Page.Bounds(25, 100);

  private final BookingDesk desk;
  private final BookingDesk cappedDesk;

  /**
   * @param cappedDesk where users book, who may not hold as many seats as they like
   */
  public BookingResource(BookingDesk desk, BookingDesk cappedDesk) {
    this.desk = desk;
    this.cappedDesk = cappedDesk;
  }

  @POST
  @Operation(
      summary = "Book a seat in a timeslot",
      description =
          "Holds a seat until holdExpiresAt; pay by then. A free timeslot is confirmed at once."
              + " Refused with TIMESLOT_NOT_FOUND, ROOM_MISMATCH, TIMESLOT_CLOSED,"
              + " TIMESLOT_STARTED, ALREADY_BOOKED, TIMESLOT_FULL or TIMESLOT_EXHAUSTED, the first"
              + " that applies; before all of these with TOO_MANY_HOLDS, if you hold too many"
              + " seats that are not paid for.",
      responses =
          @ApiResponse(
              responseCode = "201",
              description = "The booking; Location is where it can be read.",
              content = @Content(schema = @Schema(implementation = Booking.class))))
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = BookRequest.class)))
  public CompletionStage<Response> book(
      @Parameter(hidden = true) @BeanParam WriteCall call,
      @Parameter(hidden = true) JsonBody body,
      @Context SecurityContext security) {
    BookRequest request = body.as(BookRequest.class);
    var command = request.command();
    long timeslotId = new TimeslotId(request.timeslotId().orElseThrow()).value();
    BookingDesk counter = Caller.of(security).admin() ? desk : cappedDesk;
    return counter.send(
        call.about(timeslotId, Role.USER, command, body),
        made ->
            Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, PATH + "/" + made.id())
                .entity(made)
                .build());
  }

  @GET
  @Operation(
      summary = "Your bookings, newest first",
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
  @Parameter(ref = "page")
  @Parameter(ref = "limit")
  public Response list(@Context UriInfo uri, @Context SecurityContext security) {
    Page page = Page.of(uri, BOUNDS);
    return desk.list(BookingSearch.ofUser(Caller.of(security).userId(), uri), page, uri);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A booking of yours", description = "Another's booking is a 404.")
  public Booking get(
      @PathParam("id") @Parameter(schema = @Schema(type = "integer", format = "int64")) String id,
      @Context SecurityContext security) {
    return desk.find(id)
        .filter(found -> found.userId() == Caller.of(security).userId())
        .orElseThrow(BookingId::notFound);
  }

  @PUT
  @Path("{id}/cancel")
  @Operation(
      summary = "Cancel a booking of yours",
      description =
          "Frees the seat. What was paid comes back by the policy that the booking was made under."
              + " Refused with BOOKING_NOT_FOUND, CANNOT_CANCEL or TIMESLOT_STARTED.",
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
        booking -> call.about(booking.timeslotId(), Role.USER, new Cancel(booking.value())),
        Cancelled::of);
  }
}
