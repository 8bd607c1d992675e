package booking.gateway.room;

import booking.gateway.http.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The rooms that anyone may see. */
@Path("/api/v1/bookings/rooms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rooms")
public final class RoomResource {

  private static final Page.Bounds BOUNDS = new Page.Bounds(1000, 1000);

  private final Rooms rooms;

  public RoomResource(Rooms rooms) {
    this.rooms = rooms;
  }

  @GET
  @Operation(
      summary = "The active rooms",
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
    return page.show(rooms.active(page), uri);
  }
}
