package booking.gateway.timeslot;

import booking.gateway.auth.AdminOnly;
import booking.gateway.auth.Authenticated;
import booking.gateway.http.Page;
import booking.gateway.http.ParameterText;
import booking.gateway.json.JsonBody;
import booking.gateway.request.Answers;
import booking.gateway.request.WriteCall;
import booking.gateway.room.Room;
import booking.gateway.room.RoomId;
import booking.gateway.room.Rooms;
import booking.gateway.timeslot.Timeslots.Span;
import booking.schemas.Role;
import booking.schemas.command.OpenTimeslot;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;

/** Timeslots in the hands of an admin. */
@Path("/api/v1/admin/timeslots")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@AdminOnly
@SecurityRequirement(name = "token")
@Tag(name = "Admin: timeslots")
public final class AdminTimeslotResource {

  private static final Page.Bounds BOUNDS = new Page.Bounds(1000, 1000);

  private final Rooms rooms;
  private final Timeslots timeslots;
  private final Answers answers;
  private final InstantSource clock;

  public AdminTimeslotResource(
      Rooms rooms, Timeslots timeslots, Answers answers, InstantSource clock) {
    this.rooms = rooms;
    this.timeslots = timeslots;
    this.answers = answers;
    this.clock = clock;
  }

  @POST
  @Path("generate")
  @Operation(
      summary = "Generate a room's timeslots",
      description =
          "Every day from startDate to before endDate, from opening to closing by the room's clock;"
              + " the last slot ends by closing time. Slots that would overlap an existing one, or"
              + " lie in the past, are skipped, so running it twice makes nothing new.",
      responses =
          @ApiResponse(
              responseCode = "201",
              description = "They can be listed and booked.",
              content = @Content(schema = @Schema(implementation = Generated.class))))
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = GenerateRequest.class)))
  public CompletionStage<Response> generate(
      @Parameter(hidden = true) @BeanParam WriteCall call,
      @Parameter(hidden = true) JsonBody body) {
    return answers.to(
        call.aboutTheCatalogue(body.as(GenerateRequest.class).command(), body),
        result ->
            Response.status(Response.Status.CREATED)
                .entity(Generated.of(result.getGenerated()))
                .build());
  }

  @GET
  @Operation(
      summary = "A room's timeslots, available or not",
      description =
          "By start. from and to are days by the room's clock or instants, to is not included;"
              + " left out: 31 days from today.",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "A part of them; the Link header names the next one.",
              content =
                  @Content(
                      array = @ArraySchema(schema = @Schema(implementation = Timeslot.class)))))
  @Parameter(
      name = "roomId",
      in = ParameterIn.QUERY,
      required = true,
      schema = @Schema(type = "integer", format = "int64"))
  @Parameter(name = "from", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
  @Parameter(name = "to", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
  @Parameter(ref = "page")
  @Parameter(ref = "limit")
  public Response list(@Context UriInfo uri) {
    Page page = Page.of(uri, BOUNDS);
    ParameterText roomId = ParameterText.query(uri, "roomId");
    Room room = rooms.find(roomId.required(roomId.optionalId())).orElseThrow(RoomId::notFound);
    Span span = SpanQuery.of(room, uri, clock.instant());
    return page.show(timeslots.all(span, page, clock.instant()), uri);
  }

  @PUT
  @Path("{id}/close")
  @Operation(
      summary = "Close a timeslot",
      description = "Nobody can book it from now on. Closing a closed slot changes nothing.",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "It is closed.",
              content = @Content(schema = @Schema(implementation = Timeslot.class))))
  @RequestBody(content = @Content(schema = @Schema(implementation = CloseRequest.class)))
  public CompletionStage<Response> close(
      @PathParam("id") @Parameter(schema = @Schema(type = "integer", format = "int64")) String id,
      @Parameter(hidden = true) @BeanParam WriteCall call,
      @Parameter(hidden = true) JsonBody body) {
    CloseRequest request = body.asOptional(CloseRequest.class).orElseGet(CloseRequest::unlessSent);
    return answers.to(
        call.about(TimeslotId.of(id).value(), Role.ADMIN, request.command(), body),
        result -> Response.ok(Timeslot.of(result.getTimeslotAfter(), clock.instant())).build());
  }

  @PUT
  @Path("{id}/open")
  @Operation(
      summary = "Open a timeslot",
      description = "Undoes a close. Opening an open slot changes nothing.",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "It is open.",
              content = @Content(schema = @Schema(implementation = Timeslot.class))))
  public CompletionStage<Response> open(
      @PathParam("id") @Parameter(schema = @Schema(type = "integer", format = "int64")) String id,
      @Parameter(hidden = true) @BeanParam WriteCall call) {
    return answers.to(
        call.about(TimeslotId.of(id).value(), Role.ADMIN, new OpenTimeslot()),
        result -> Response.ok(Timeslot.of(result.getTimeslotAfter(), clock.instant())).build());
  }
}
