package booking.gateway.timeslot;

import booking.gateway.http.ParameterText;
import booking.gateway.room.Room;
import booking.gateway.room.RoomId;
import booking.gateway.room.Rooms;
import booking.gateway.timeslot.Timeslots.Span;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What can be booked in a room on a day. */
@Path("/api/v1/bookings/rooms/{roomId}/timeslots")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rooms")
public final class AvailableTimeslotResource {

  private static final int MOST_MINUTES = 1440;

  private final Rooms rooms;
  private final Timeslots timeslots;
  private final InstantSource clock;

  public AvailableTimeslotResource(Rooms rooms, Timeslots timeslots, InstantSource clock) {
    this.rooms = rooms;
    this.timeslots = timeslots;
    this.clock = clock;
  }

  @GET
  @Operation(
      summary = "The available timeslots of a day",
      description =
          "Those that start on that day by the room's clock, are open, have a seat left and have not"
              + " started. With duration: only those from which adjoining available timeslots"
              + " cover so many minutes.")
  @Parameter(
      name = "date",
      in = ParameterIn.QUERY,
      required = true,
      schema = @Schema(type = "string", format = "date", example = "2027-03-28"))
  @Parameter(
      name = "duration",
      in = ParameterIn.QUERY,
      description = "Minutes.",
      schema = @Schema(type = "integer", minimum = "1", maximum = "1440"))
  public List<Timeslot> list(
      @PathParam("roomId") @Parameter(schema = @Schema(type = "integer", format = "int64"))
          String roomId,
      @Context UriInfo uri) {
    RoomId id = RoomId.of(roomId);
    ParameterText date = ParameterText.query(uri, "date");
    LocalDate day = date.required(date.day());
    Optional<Duration> stay =
        ParameterText.query(uri, "duration").within(1, MOST_MINUTES).map(Duration::ofMinutes);
    Room room = rooms.find(id.value()).filter(Room::isActive).orElseThrow(RoomId::notFound);
    return available(room, day, stay);
  }

  private List<Timeslot> available(Room room, LocalDate day, Optional<Duration> stay) {
    ZoneId zone = ZoneId.of(room.timeZone());
    Instant from = day.atStartOfDay(zone).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
    // A stay that begins on the day may go on into the next one.
    Span span = new Span(room.id(), from, to.plus(stay.orElse(Duration.ZERO)));
    List<Timeslot> found = timeslots.available(span, clock.instant());
    return stay.map(duration -> AdjoiningRuns.covering(duration, found)).orElse(found).stream()
        .filter(slot -> slot.startTime().isBefore(to))
        .toList();
  }
}
