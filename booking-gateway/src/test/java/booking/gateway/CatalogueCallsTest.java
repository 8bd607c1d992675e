package booking.gateway;

import static booking.gateway.RunningApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import booking.gateway.RunningApi.Call;
import booking.gateway.timeslot.Timeslots.Span;
import booking.schemas.RefundTier;
import booking.schemas.Role;
import booking.schemas.RoomType;
import booking.schemas.command.CloseTimeslot;
import booking.schemas.command.CreateRoom;
import booking.schemas.command.GenerateTimeslots;
import booking.schemas.command.OpenTimeslot;
import booking.schemas.command.UpdateRoom;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CatalogueCallsTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  private static final String ROOM =
      """
      {"id":3,"name":"Blue","description":null,"capacity":4,"roomType":"meeting",
       "hourlyRate":80.00,"currency":"EUR","timeZone":"Europe/Berlin","isActive":true,
       "refundPolicy":[{"hoursBefore":24,"percent":100}],"metadata":{"floor":2},
       "createdAt":"2027-03-28T08:00:00Z","updatedAt":"2027-03-28T08:00:00Z"}""";

  @BeforeEach
  void anEmptyReadModel() {
    API.readModel.clear();
  }

  private static HttpResponse<String> admin(String method, String path, String body) {
    return API.send(Call.of(method, path, body).as(Tokens.admin(1)));
  }

  private static Object command() {
    return API.worker.submissions.get(0).command();
  }

  @Test
  void aRoomIsCreatedWithWhatWasSent() {
    API.worker.decides(Samples::roomDecided);

    HttpResponse<String> answer =
        admin(
            "POST",
            "/api/v1/admin/rooms",
            """
            {"name":"Blue","roomType":"meeting","capacity":4,"hourlyRate":80,"currency":"EUR",
             "timeZone":"Europe/Berlin","description":"a\\nb","isActive":false,
             "refundPolicy":[{"hoursBefore":6,"percent":50},{"hoursBefore":24,"percent":100}],
             "metadata":{"floor":2}}""");

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(json(answer)).isEqualTo(json(ROOM));
    assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/admin/rooms/3");
    assertThat(command())
        .isEqualTo(
            CreateRoom.newBuilder()
                .setName("Blue")
                .setDescription("a\nb")
                .setRoomType(RoomType.MEETING)
                .setCapacity(4)
                .setHourlyRate(new BigDecimal("80.00"))
                .setCurrency("EUR")
                .setTimeZone("Europe/Berlin")
                .setActive(false)
                .setRefundPolicy(List.of(new RefundTier(24, 100), new RefundTier(6, 50)))
                .setMetadata("{\"floor\":2}")
                .build());
    assertThat(API.worker.submissions.get(0).timeslotId()).isEqualTo(OptionalLong.empty());
    assertThat(API.worker.submissions.get(0).actor().getRole()).isEqualTo(Role.ADMIN);
  }

  @Test
  void whatIsLeftOutOfANewRoomIsTheHousesToSay() {
    API.worker.decides(Samples::roomDecided);

    admin("POST", "/api/v1/admin/rooms", "{\"name\":\"Blue\",\"roomType\":\"treatment\"}");

    assertThat(command())
        .isEqualTo(CreateRoom.newBuilder().setName("Blue").setRoomType(RoomType.TREATMENT).build());
  }

  @Test
  void aChangeKeepsWhatIsLeftOutAndEmptiesWhatIsNull() {
    API.worker.decides(Samples::roomDecided);

    HttpResponse<String> answer =
        admin(
            "PUT",
            "/api/v1/admin/rooms/3",
            """
            {"description":null,"hourlyRate":12.5,"refundPolicy":null,"isActive":false,
             "cancelBookings":true,"name":null}""");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer)).isEqualTo(json(ROOM));
    assertThat(command())
        .isEqualTo(
            UpdateRoom.newBuilder()
                .setRoomId(3)
                .setHourlyRate(new BigDecimal("12.50"))
                .setActive(false)
                .setCleared(List.of("description", "refundPolicy"))
                .setCancelBookings(true)
                .build());
  }

  @Test
  void everyFieldOfARoomCanBeChanged() {
    API.worker.decides(Samples::roomDecided);

    admin(
        "PUT",
        "/api/v1/admin/rooms/3",
        """
        {"name":"Red","description":"d","roomType":"office","capacity":2,"hourlyRate":null,
         "currency":"CHF","timeZone":"Europe/Zurich","isActive":true,
         "refundPolicy":[{"hoursBefore":1,"percent":10}],"metadata":{"x":[1]}}""");

    assertThat(command())
        .isEqualTo(
            UpdateRoom.newBuilder()
                .setRoomId(3)
                .setName("Red")
                .setDescription("d")
                .setRoomType(RoomType.OFFICE)
                .setCapacity(2)
                .setCurrency("CHF")
                .setTimeZone("Europe/Zurich")
                .setActive(true)
                .setRefundPolicy(List.of(new RefundTier(1, 10)))
                .setMetadata("{\"x\":[1]}")
                .setCleared(List.of("hourlyRate"))
                .build());
  }

  @Test
  void roomsAreListedActiveOnesForAnyoneAllForAdmins() {
    API.readModel.roomRows.add(SampleRows.room(3, true));
    API.readModel.roomRows.add(SampleRows.room(4, false));

    HttpResponse<String> anyone = API.send(Call.get("/api/v1/bookings/rooms"));

    assertThat(json(anyone)).isEqualTo(json("[" + ROOM + "]"));
    assertThat(anyone.body()).contains("\"hourlyRate\":80.00,");
    assertThat(json(admin("GET", "/api/v1/admin/rooms", ""))).hasSize(2);
    assertThat(json(admin("GET", "/api/v1/admin/rooms/3", ""))).isEqualTo(json(ROOM));
    assertThat(json(admin("GET", "/api/v1/admin/rooms/4", "")).get("isActive").booleanValue())
        .isFalse();
  }

  @Test
  void timeslotsAreGenerated() {
    API.worker.decides(id -> Samples.generated(id, 16));

    HttpResponse<String> answer =
        admin(
            "POST",
            "/api/v1/admin/timeslots/generate",
            """
            {"roomId":3,"startDate":"2027-03-28","endDate":"2027-03-29","slotDuration":45,
             "workingHours":{"start":"08:30","end":"24:00"},"maxBookings":5,"price":12.5}""");

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(json(answer))
        .isEqualTo(json("{\"message\":\"Generated 16 timeslots\",\"count\":16,\"skipped\":1}"));
    assertThat(command())
        .isEqualTo(
            GenerateTimeslots.newBuilder()
                .setRoomId(3)
                .setStartDate(LocalDate.of(2027, 3, 28))
                .setEndDate(LocalDate.of(2027, 3, 29))
                .setSlotMinutes(45)
                .setOpens(LocalTime.of(8, 30))
                .setCloses(LocalTime.MIDNIGHT)
                .setMaxBookings(5)
                .setPrice(new BigDecimal("12.50"))
                .build());
  }

  @Test
  void whatIsLeftOutOfAGenerationIsAsTheDocumentSays() {
    API.worker.decides(id -> Samples.generated(id, 0));

    admin(
        "POST",
        "/api/v1/admin/timeslots/generate",
        "{\"roomId\":3,\"startDate\":\"2027-03-28\",\"endDate\":\"2027-03-29\"}");

    assertThat(command())
        .isEqualTo(
            GenerateTimeslots.newBuilder()
                .setRoomId(3)
                .setStartDate(LocalDate.of(2027, 3, 28))
                .setEndDate(LocalDate.of(2027, 3, 29))
                .setSlotMinutes(30)
                .setOpens(LocalTime.of(9, 0))
                .setCloses(LocalTime.of(17, 0))
                .setMaxBookings(1)
                .build());
  }

  @Test
  void aTimeslotIsClosedWithOrWithoutABodyAndOpened() {
    API.worker.decides(Samples::booked);

    HttpResponse<String> answer = admin("PUT", "/api/v1/admin/timeslots/4821/close", "");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).get("id").longValue()).isEqualTo(4821);
    admin("PUT", "/api/v1/admin/timeslots/4821/close", "{\"cancelBookings\":true}");
    admin("PUT", "/api/v1/admin/timeslots/4821/open", "");

    assertThat(API.worker.submissions.stream().<Object>map(sent -> sent.command()))
        .containsExactly(new CloseTimeslot(false), new CloseTimeslot(true), new OpenTimeslot());
    assertThat(API.worker.submissions)
        .allSatisfy(sent -> assertThat(sent.timeslotId()).isEqualTo(OptionalLong.of(4821)));
  }

  @Test
  void aDaysTimeslotsAreThoseOfTheRoomsOwnDay() {
    API.readModel.roomRows.add(SampleRows.room(3, true));
    API.readModel.timeslotRows.add(SampleRows.timeslot(1, "2027-03-27T22:30:00Z"));
    API.readModel.timeslotRows.add(SampleRows.timeslot(2, "2027-03-27T23:00:00Z"));
    API.readModel.timeslotRows.add(SampleRows.timeslot(3, "2027-03-28T21:30:00Z"));
    API.readModel.timeslotRows.add(SampleRows.timeslot(4, "2027-03-28T22:00:00Z"));

    // In Berlin this day has 23 hours: the clocks go forward.
    HttpResponse<String> answer = day("?date=2027-03-28");

    assertThat(ids(answer)).containsExactly(2L, 3L);
    assertThat(json(answer).get(1))
        .isEqualTo(
            json(
                """
                {"id":3,"roomId":3,"startTime":"2027-03-28T21:30:00Z",
                 "endTime":"2027-03-28T22:00:00Z","isAvailable":true,"price":40.00,
                 "currency":"EUR","maxBookings":2,"remaining":1,"isOpen":true,
                 "createdAt":"2027-03-28T08:00:00Z","updatedAt":"2027-03-28T08:00:00Z"}"""));
  }

  @Test
  void aLongerStayNeedsTimeslotsThatAdjoinAndMayGoOnAfterMidnight() {
    API.readModel.roomRows.add(SampleRows.room(3, true));
    API.readModel.timeslotRows.add(SampleRows.timeslot(1, "2027-03-28T09:00:00Z"));
    API.readModel.timeslotRows.add(SampleRows.timeslot(2, "2027-03-28T09:30:00Z"));
    API.readModel.timeslotRows.add(SampleRows.timeslot(3, "2027-03-28T10:30:00Z"));
    API.readModel.timeslotRows.add(SampleRows.timeslot(4, "2027-03-28T21:30:00Z"));
    API.readModel.timeslotRows.add(SampleRows.timeslot(5, "2027-03-28T22:00:00Z"));

    assertThat(ids(day("?date=2027-03-28&duration=60"))).containsExactly(1L, 4L);
    assertThat(ids(day("?date=2027-03-28&duration=30"))).containsExactly(1L, 2L, 3L, 4L);
    assertThat(ids(day("?date=2027-03-28&duration=61"))).isEmpty();
  }

  private static HttpResponse<String> day(String query) {
    return API.send(Call.get("/api/v1/bookings/rooms/3/timeslots" + query));
  }

  private static List<Long> ids(HttpResponse<String> answer) {
    return StreamSupport.stream(json(answer).spliterator(), false)
        .map(slot -> slot.get("id").longValue())
        .toList();
  }

  @Test
  void anAdminSeesTheTimeslotsOfASpan() {
    API.readModel.roomRows.add(SampleRows.room(3, false));
    API.readModel.timeslotRows.add(SampleRows.timeslot(1, "2027-03-28T09:00:00Z"));
    API.readModel.timeslotRows.add(SampleRows.timeslot(2, "2027-03-28T09:30:00Z"));
    String slots = "/api/v1/admin/timeslots?roomId=3";

    HttpResponse<String> part = admin("GET", slots + "&limit=1", "");
    assertThat(ids(part)).containsExactly(1L);
    assertThat(part.headers().firstValue("Link")).isPresent();
    admin("GET", slots + "&from=2027-10-31&to=2027-11-01", "");
    admin("GET", slots + "&from=2027-03-28T09:15:00Z", "");

    assertThat(API.readModel.questions)
        .isEqualTo(
            List.of(
                span("2027-03-27T23:00:00Z", "2027-04-27T22:00:00Z"),
                span("2027-10-30T22:00:00Z", "2027-10-31T23:00:00Z"),
                span("2027-03-28T09:15:00Z", "2027-04-28T09:15:00Z")));
  }

  @Test
  void aSpanMayReachFromTheFirstDayOfTheEraToItsLast() {
    API.readModel.roomRows.add(SampleRows.room(3, true));
    String slots = "/api/v1/admin/timeslots?roomId=3";

    admin("GET", slots + "&from=0001-01-01T00:00:00Z&to=9999-12-31T23:59:59Z", "");
    HttpResponse<String> lastDay = admin("GET", slots + "&from=9999-12-31", "");

    assertThat(lastDay.statusCode()).isEqualTo(200);
    assertThat(API.readModel.questions)
        .isEqualTo(
            List.of(
                span("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"),
                span("9999-12-30T23:00:00Z", "+10000-01-30T23:00:00Z")));
  }

  @Test
  void timeslotsAreGeneratedUpToTheLastDayThatTheWorkerTakes() {
    API.worker.decides(id -> Samples.generated(id, 1));

    HttpResponse<String> answer =
        admin(
            "POST",
            "/api/v1/admin/timeslots/generate",
            "{\"roomId\":3,\"startDate\":\"9998-12-30\",\"endDate\":\"9998-12-31\"}");

    assertThat(answer.statusCode()).isEqualTo(201);
  }

  private static Span span(String from, String to) {
    return new Span(3, Instant.parse(from), Instant.parse(to));
  }
}
