package booking.gateway.room;

import booking.gateway.auth.AdminOnly;
import booking.gateway.auth.Authenticated;
import booking.gateway.http.Page;
import booking.gateway.json.JsonBody;
import booking.gateway.request.Answers;
import booking.gateway.request.WriteCall;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.CompletionStage;

/** Rooms in the hands of an admin. */
@Path(AdminRoomResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@AdminOnly
@SecurityRequirement(name = "token")
@Tag(name = "Admin: rooms")
public final class AdminRoomResource {

  static final String PATH = "/api/v1/admin/rooms";

  private static final Page.Bounds BOUNDS = new Page.Bounds(1000, 1000);

  private final Rooms rooms;
  private final Answers answers;

  public AdminRoomResource(Rooms rooms, Answers answers) {
    this.rooms = rooms;
    this.answers = answers;
  }

  @POST
  @Operation(
      summary = "Create a room",
      responses =
          @ApiResponse(
              responseCode = "201",
              description = "The room; Location is where it can be read.",
              content = @Content(schema = @Schema(implementation = Room.class))))
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = CreateRoomRequest.class)))
  public CompletionStage<Response> create(
      @Parameter(hidden = true) @BeanParam WriteCall call,
      @Parameter(hidden = true) JsonBody body) {
    return answers.to(
        call.aboutTheCatalogue(body.as(CreateRoomRequest.class).command(), body),
        result -> {
          Room room = Room.of(result.getRoomAfter());
          return Response.status(Response.Status.CREATED)
              .header(HttpHeaders.LOCATION, PATH + "/" + room.id())
              .entity(room)
              .build();
        });
  }

  @GET
  @Operation(
      summary = "All rooms, active or not",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "A part of them; the Link header names the next one.",
              content =
                  @Content(array = @ArraySchema(schema = @Schema(implementation = Room.class)))))
  @Parameter(ref = "page")
  @Parameter(ref = "limit")
  public Response list(@Context UriInfo uri) {
    Page page = Page.of(uri, BOUNDS);
    return page.show(rooms.all(page), uri);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A room")
  public Room get(
      @PathParam("id") @Parameter(schema = @Schema(type = "integer", format = "int64")) String id) {
    return rooms.find(RoomId.of(id).value()).orElseThrow(RoomId::notFound);
  }

  @PUT
  @Path("{id}")
  @Operation(
      summary = "Change a room",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The room as it is now.",
              content = @Content(schema = @Schema(implementation = Room.class))))
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = UpdateRoomRequest.class)))
  public CompletionStage<Response> update(
      @PathParam("id") @Parameter(schema = @Schema(type = "integer", format = "int64")) String id,
      @Parameter(hidden = true) @BeanParam WriteCall call,
      @Parameter(hidden = true) JsonBody body) {
    UpdateRoomRequest request = body.as(UpdateRoomRequest.class);
    return answers.to(
        call.aboutTheCatalogue(request.command(RoomId.of(id).value()), body),
        result -> Response.ok(Room.of(result.getRoomAfter())).build());
  }
}
