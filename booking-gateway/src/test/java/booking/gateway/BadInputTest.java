package booking.gateway;

import static booking.gateway.RunningApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import booking.gateway.RunningApi.Call;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the worker must never see, and what its sender is told. */
class BadInputTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  private static final String BOOK = "/api/v1/bookings";
  private static final String ROOMS = "/api/v1/admin/rooms";
  private static final String ROOM = "/api/v1/admin/rooms/3";
  private static final String GENERATE = "/api/v1/admin/timeslots/generate";
  private static final String CLOSE = "/api/v1/admin/timeslots/5/close";
  private static final String DAY = "/api/v1/bookings/rooms/3/timeslots";
  private static final String SLOTS = "/api/v1/admin/timeslots";

  /** A call, the status and code it must get, and a word that the detail must contain. */
  record Case(Call call, int status, String code, String tells) {

    @Override
    public String toString() {
      return call + " → " + status + " " + code;
    }
  }

  @BeforeAll
  static void aRoom() {
    API.readModel.roomRows.add(SampleRows.room(3, true));
    API.readModel.roomRows.add(SampleRows.room(4, false));
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    malformedBodies(cases);
    invalidBookings(cases);
    invalidRooms(cases);
    invalidGenerations(cases);
    invalidParameters(cases);
    unknownThings(cases);
    return cases;
  }

  private static void malformedBodies(List<Case> cases) {
    for (String path : List.of(BOOK, ROOMS, GENERATE)) {
      for (String body :
          List.of(
              "{",
              "nonsense",
              "{\"a\":1,}",
              "[]",
              "[{}]",
              "\"text\"",
              "null",
              "7",
              "{} {}",
              "{\"a\":1,\"a\":2}",
              "{\"surprise\":1}",
              "{'name':'x'}",
              "{\"price\":NaN}",
              "// comment\n{}",
              "{\"x\":" + "[".repeat(25) + "]".repeat(25) + "}",
              "{\"x\":1" + "0".repeat(40) + "}")) {
        cases.add(new Case(admin("POST", path, body), 400, "MALFORMED_REQUEST", ""));
      }
    }
    malformed(cases, BOOK, "{\"timeslotId\":\"7\"}", "timeslotId must be a whole number");
    malformed(cases, BOOK, "{\"timeslotId\":1.5}", "timeslotId must be a whole number");
    malformed(cases, BOOK, "{\"timeslotId\":1.0}", "timeslotId");
    malformed(cases, BOOK, "{\"timeslotId\":1e3}", "timeslotId");
    malformed(cases, BOOK, "{\"timeslotId\":1e999999999}", "timeslotId");
    malformed(cases, BOOK, "{\"timeslotId\":1e9999999999}", "out of range");
    malformed(cases, BOOK, "{\"metadata\":{\"a\":-1e-9999999999}}", "out of range");
    malformed(cases, BOOK, "{\"timeslotId\":true}", "timeslotId");
    malformed(cases, BOOK, "{\"timeslotId\":[7]}", "timeslotId");
    malformed(cases, BOOK, "{\"timeslotId\":{\"id\":7}}", "timeslotId");
    malformed(cases, BOOK, "{\"timeslotId\":99999999999999999999}", "timeslotId is out");
    malformed(cases, BOOK, "{\"timeslotId\":7,\"notes\":7}", "notes must be a string");
    malformed(cases, BOOK, "{\"timeslotId\":7,\"notes\":true}", "notes must be a string");
    malformed(cases, BOOK, "{\"timeslotId\":7,\"notes\":1.5}", "notes must be a string");
    malformed(cases, BOOK, "{\"timeslotId\":7,\"notes\":[\"x\"]}", "notes must be a string");
    malformed(cases, BOOK, "{\"timeslotId\":7,\"metadata\":\"x\"}", "metadata must be an object");
    malformed(cases, BOOK, "{\"timeslotId\":7,\"metadata\":[]}", "metadata must be an object");
    malformed(cases, BOOK, "{\"timeslotId\":7,\"userId\":8}", "userId is not a field");
    malformed(cases, ROOMS, "{\"isActive\":1}", "isActive must be true or false");
    malformed(cases, ROOMS, "{\"isActive\":\"true\"}", "isActive must be true or false");
    malformed(cases, ROOMS, "{\"capacity\":1.5}", "capacity must be a whole number");
    malformed(cases, ROOMS, "{\"capacity\":3000000000}", "capacity is out of range");
    malformed(cases, ROOMS, "{\"hourlyRate\":\"80\"}", "hourlyRate must be a number");
    malformed(cases, ROOMS, "{\"hourlyRate\":true}", "hourlyRate must be a number");
    malformed(cases, ROOMS, "{\"refundPolicy\":{}}", "refundPolicy must be an array");
    malformed(cases, ROOMS, "{\"refundPolicy\":[1]}", "refundPolicy.[0] must be an object");
    malformed(cases, ROOMS, "{\"refundPolicy\":[null]}", "refundPolicy");
    malformed(cases, ROOMS, "{\"refundPolicy\":[{\"hoursBefore\":1}]}", "percent");
    malformed(cases, GENERATE, "{\"slotDuration\":\"x\"}", "slotDuration must be a whole number");
    malformed(cases, GENERATE, "{\"workingHours\":\"9-17\"}", "workingHours must be an object");
    malformed(cases, GENERATE, "{\"workingHours\":{\"start\":9}}", "workingHours.start");
    malformed(cases, GENERATE, "{\"startDate\":20270328}", "startDate must be a string");
    malformed(cases, "PUT", ROOM, "{\"name\":7}", "name must be a string");
    malformed(cases, "PUT", ROOM, "{\"hourlyRate\":\"x\"}", "hourlyRate must be a number");
    malformed(cases, "PUT", ROOM, "{\"description\":[]}", "description must be a string");
    malformed(cases, "PUT", ROOM, "{\"id\":3}", "id is not a field");
    malformed(cases, "PUT", ROOM, "", "empty");
    malformed(cases, BOOK, "", "empty");
    malformed(cases, "PUT", CLOSE, "{\"cancelBookings\":1}", "cancelBookings");
    malformed(cases, "PUT", CLOSE, "[]", "object");
    malformed(cases, BOOK, "{\"" + "x".repeat(199) + "\":1}", "x…");
  }

  private static void invalidBookings(List<Case> cases) {
    invalid(cases, BOOK, "{}", "timeslotId is required");
    invalid(cases, BOOK, "{\"timeslotId\":null}", "timeslotId is required");
    invalid(cases, BOOK, "{\"timeslotId\":0}", "timeslotId must be 1 or more");
    invalid(cases, BOOK, "{\"timeslotId\":-5}", "timeslotId must be 1 or more");
    invalid(cases, BOOK, "{\"timeslotId\":7,\"roomId\":0}", "roomId must be 1 or more");
    invalid(cases, BOOK, notes("x".repeat(2001)), "notes must have at most 2000");
    invalid(cases, BOOK, notes("\\u0000"), "notes must not contain control");
    invalid(cases, BOOK, notes("a\\rb"), "notes must not contain control");
    invalid(cases, BOOK, notes("\\u007f"), "notes must not contain control");
    invalid(cases, BOOK, notes("\\u0085"), "notes must not contain control");
    invalid(cases, BOOK, notes("\\u202e"), "notes must not contain control");
    invalid(cases, BOOK, notes("\\u2066"), "notes must not contain control");
    invalid(cases, BOOK, notes("\\ud800"), "notes must not contain control");
    invalid(cases, BOOK, type("x".repeat(51)), "bookingType must have at most 50");
    invalid(cases, BOOK, type("a\\nb"), "bookingType must not contain control");
    invalid(cases, BOOK, metadata("{\"a\":\"" + "x".repeat(4096) + "\"}"), "metadata must have");
    invalid(cases, BOOK, metadata("{\"a\":[{\"b\":\"\\u0000\"}]}"), "metadata must not contain");
    invalid(cases, BOOK, metadata("{\"a\\u202e\":1}"), "metadata must not contain");
  }

  private static void invalidRooms(List<Case> cases) {
    invalid(cases, ROOMS, "{}", "name is required");
    invalid(cases, ROOMS, room("\"name\":\"\""), "name must not be blank");
    invalid(cases, ROOMS, room("\"name\":\"   \""), "name must not be blank");
    invalid(cases, ROOMS, room("\"name\":\"" + "x".repeat(101) + "\""), "name must have at most");
    invalid(cases, ROOMS, room("\"name\":\"a\\tb\""), "name must not contain control");
    invalid(cases, ROOMS, "{\"name\":\"x\"}", "roomType is required");
    invalid(cases, ROOMS, "{\"name\":\"x\",\"roomType\":\"castle\"}", "roomType must be one of");
    invalid(cases, ROOMS, "{\"name\":\"x\",\"roomType\":\"OFFICE\"}", "roomType must be one of");
    invalid(cases, ROOMS, "{\"name\":\"x\",\"roomType\":\"UNKNOWN\"}", "roomType must be one of");
    for (String field :
        List.of(
            "\"capacity\":0",
            "\"capacity\":-1",
            "\"hourlyRate\":-0.01",
            "\"hourlyRate\":1.005",
            "\"hourlyRate\":100000000",
            "\"hourlyRate\":1e999999999",
            "\"hourlyRate\":1e-999999999",
            "\"currency\":\"EURO\"",
            "\"currency\":\"eur\"",
            "\"currency\":\"\"",
            "\"timeZone\":\"Mars/Base\"",
            "\"timeZone\":\"+02:00\"",
            "\"description\":\"" + "x".repeat(2001) + "\"",
            "\"refundPolicy\":[{\"hoursBefore\":-1,\"percent\":50}]",
            "\"refundPolicy\":[{\"hoursBefore\":1,\"percent\":101}]",
            "\"refundPolicy\":["
                + "{\"hoursBefore\":1,\"percent\":1},".repeat(10)
                + "{\"hoursBefore\":1,\"percent\":1}]",
            "\"metadata\":{\"a\":\"\\u0007\"}")) {
      String name = field.substring(1, field.indexOf('"', 1));
      invalid(cases, ROOMS, "{\"name\":\"x\",\"roomType\":\"office\"," + field + "}", name);
      cases.add(new Case(admin("PUT", ROOM, "{" + field + "}"), 422, "VALIDATION_FAILED", name));
    }
  }

  private static void invalidGenerations(List<Case> cases) {
    invalid(cases, GENERATE, "{}", "roomId is required");
    for (String field :
        List.of(
            "\"roomId\":0",
            "\"slotDuration\":0",
            "\"slotDuration\":-5",
            "\"slotDuration\":4",
            "\"slotDuration\":1441",
            "\"maxBookings\":0",
            "\"maxBookings\":10001",
            "\"price\":-1",
            "\"price\":0.001",
            "\"startDate\":\"2027-02-30\"",
            "\"startDate\":\"tomorrow\"",
            "\"startDate\":\"2027-3-1\"",
            "\"startDate\":\"0000-01-01\"",
            "\"startDate\":\"9999-01-01\"",
            "\"endDate\":\"9999-01-01\"",
            "\"endDate\":\"+999999999-01-01\"",
            "\"endDate\":\"2027-03-28T00:00:00\"",
            "\"workingHours\":{}",
            "\"workingHours\":{\"start\":\"9:00\",\"end\":\"17:00\"}",
            "\"workingHours\":{\"start\":\"24:00\",\"end\":\"17:00\"}",
            "\"workingHours\":{\"start\":\"09:00\",\"end\":\"25:00\"}",
            "\"workingHours\":{\"start\":\"09:00:30\",\"end\":\"17:00\"}")) {
      String name = field.substring(1, field.indexOf('"', 1));
      StringBuilder others = new StringBuilder();
      for (String other :
          List.of("\"roomId\":3", "\"startDate\":\"2027-03-28\"", "\"endDate\":\"2027-03-29\"")) {
        others.append(other.startsWith("\"" + name) ? "" : other + ",");
      }
      invalid(cases, GENERATE, "{" + others + field + "}", name);
    }
  }

  private static void invalidParameters(List<Case> cases) {
    for (String list : List.of(BOOK, "/api/v1/admin/bookings")) {
      for (String query :
          List.of(
              "page=0",
              "page=-1",
              "page=x",
              "page=1.5",
              "page=1001",
              "page=99999999999",
              "page=",
              "limit=0",
              "limit=101",
              "limit=100000",
              "limit=abc",
              "status=foo",
              "status=PENDING",
              "status=")) {
        parameter(cases, list + "?" + query, query.substring(0, query.indexOf('=')));
      }
    }
    parameter(cases, "/api/v1/admin/bookings?userId=x", "userId");
    parameter(cases, "/api/v1/admin/bookings?roomId=-3", "roomId");
    parameter(cases, ROOMS + "?limit=1001", "limit");
    parameter(cases, DAY, "date is required");
    for (String date : List.of("x", "", "2027-02-30", "2027-13-01", "27-03-28", "10000-01-01")) {
      parameter(cases, DAY + "?date=" + date, "date");
    }
    for (String duration : List.of("0", "-5", "x", "1441", "30.5", "")) {
      parameter(cases, DAY + "?date=2027-03-28&duration=" + duration, "duration");
    }
    parameter(cases, SLOTS, "roomId is required");
    parameter(cases, SLOTS + "?roomId=3&from=x", "from");
    parameter(cases, SLOTS + "?roomId=3&from=2027-03-28T09:00", "from");
    parameter(cases, SLOTS + "?roomId=3&from=2027-03-28&to=2027-03-28", "to must be after");
    parameter(cases, SLOTS + "?roomId=3&to=2027-02-30", "to");
    for (String instant :
        List.of(
            "0000-01-01",
            "0000-12-31T23:59:59Z",
            "-0001-01-01T00:00:00Z",
            "-1000000000-01-01T00:00:00Z",
            "%2B10000-01-01T00:00:00Z",
            "%2B999999-01-01T00:00:00Z",
            "%2B1000000000-12-31T23:59:59Z")) {
      parameter(cases, SLOTS + "?roomId=3&from=" + instant, "from");
      parameter(cases, SLOTS + "?roomId=3&to=" + instant, "to");
    }
    for (String id : List.of("0", "-1", "x", "1.5", "%20", "1e3", "0x10")) {
      parameter(cases, BOOK + "/" + id, "id");
      parameter(cases, ROOMS + "/" + id, "id");
      parameter(cases, "/api/v1/bookings/rooms/" + id + "/timeslots?date=2027-03-28", "id");
      cases.add(
          new Case(admin("PUT", BOOK + "/" + id + "/cancel", ""), 400, "INVALID_PARAMETER", "id"));
      cases.add(
          new Case(admin("PUT", SLOTS + "/" + id + "/open", ""), 400, "INVALID_PARAMETER", "id"));
    }
    for (String key : List.of("", "x".repeat(256), "tab\there")) {
      cases.add(
          new Case(
              admin("POST", BOOK, "{\"timeslotId\":7}").with("Idempotency-Key", key),
              400,
              "INVALID_PARAMETER",
              "Idempotency-Key"));
    }
  }

  private static void unknownThings(List<Case> cases) {
    for (String path : List.of("/", "/api", "/api/v1", "/api/v2/bookings", "/docs/secret.txt")) {
      cases.add(new Case(Call.get(path), 404, "NOT_FOUND", ""));
    }
    unknown(cases, "GET", BOOK + "/482100001", "BOOKING_NOT_FOUND");
    unknown(cases, "GET", BOOK + "/99999", "BOOKING_NOT_FOUND");
    unknown(cases, "GET", BOOK + "/99999999999999999999999", "BOOKING_NOT_FOUND");
    unknown(cases, "PUT", BOOK + "/99999/cancel", "BOOKING_NOT_FOUND");
    idsThatNobodyCanHave(cases);
    unknown(cases, "GET", "/api/v1/admin/bookings/482100001", "BOOKING_NOT_FOUND");
    unknown(cases, "GET", ROOMS + "/77", "ROOM_NOT_FOUND");
    unknown(cases, "GET", SLOTS + "?roomId=77", "ROOM_NOT_FOUND");
    unknown(cases, "GET", "/api/v1/bookings/rooms/77/timeslots?date=2027-03-28", "ROOM_NOT_FOUND");
    unknown(cases, "GET", "/api/v1/bookings/rooms/4/timeslots?date=2027-03-28", "ROOM_NOT_FOUND");
    unknown(cases, "GET", BOOK + "/requests/none", "REQUEST_NOT_FOUND");
    for (String method : List.of("DELETE", "PATCH", "PUT")) {
      cases.add(new Case(admin(method, BOOK, "{}"), 405, "METHOD_NOT_ALLOWED", ""));
    }
    cases.add(new Case(admin("POST", BOOK + "/5/cancel", "{}"), 405, "METHOD_NOT_ALLOWED", ""));
    cases.add(new Case(admin("PROPFIND", BOOK, ""), 405, "METHOD_NOT_ALLOWED", ""));
    cases.add(
        new Case(
            Call.get("/api/v1/bookings/rooms").with("Accept", "text/html"),
            406,
            "NOT_ACCEPTABLE",
            ""));
    for (String type :
        List.of("text/plain", "application/xml", "application/x-www-form-urlencoded")) {
      cases.add(
          new Case(
              admin("POST", BOOK, "{}").with("Content-Type", type),
              415,
              "UNSUPPORTED_MEDIA_TYPE",
              ""));
    }
    cases.add(
        new Case(
            new Call("POST", BOOK, java.util.Map.of(), "{}").as(Tokens.user(7)),
            415,
            "UNSUPPORTED_MEDIA_TYPE",
            ""));
    cases.add(
        new Case(
            admin("POST", BOOK, "{}").with("Content-Encoding", "gzip"),
            415,
            "UNSUPPORTED_MEDIA_TYPE",
            "Content-Encoding"));
    cases.add(new Case(Call.get("/api/v1/%2e%2e/x"), 400, "MALFORMED_REQUEST", ""));
  }

  private static void idsThatNobodyCanHave(List<Case> cases) {
    String endless = "9".repeat(30);
    for (String id : List.of("9000000000100000", "9007199254740992", endless)) {
      for (String bookings : List.of(BOOK, "/api/v1/admin/bookings")) {
        unknown(cases, "GET", bookings + "/" + id, "BOOKING_NOT_FOUND");
        unknown(cases, "PUT", bookings + "/" + id + "/cancel", "BOOKING_NOT_FOUND");
      }
      unknown(cases, "PUT", "/api/v1/admin/bookings/" + id + "/no-show", "BOOKING_NOT_FOUND");
    }
    for (String id : List.of("90000000001", endless)) {
      unknown(cases, "PUT", SLOTS + "/" + id + "/open", "TIMESLOT_NOT_FOUND");
      unknown(cases, "PUT", SLOTS + "/" + id + "/close", "TIMESLOT_NOT_FOUND");
    }
    for (long id : List.of(90_000_000_001L, Long.MAX_VALUE)) {
      String body = "{\"timeslotId\":" + id + "}";
      cases.add(new Case(admin("POST", BOOK, body), 404, "TIMESLOT_NOT_FOUND", ""));
    }
    for (String id : List.of("9007199254740992", endless)) {
      cases.add(new Case(admin("PUT", ROOMS + "/" + id, "{}"), 404, "ROOM_NOT_FOUND", ""));
      unknown(cases, "GET", ROOMS + "/" + id, "ROOM_NOT_FOUND");
    }
    String days = ",\"startDate\":\"2027-03-28\",\"endDate\":\"2027-03-29\"}";
    String generation = "{\"roomId\":9007199254740992" + days;
    cases.add(new Case(admin("POST", GENERATE, generation), 404, "ROOM_NOT_FOUND", ""));
  }

  private static Call admin(String method, String path, String body) {
    return Call.of(method, path, body).as(Tokens.admin(1));
  }

  private static void malformed(List<Case> cases, String path, String body, String tells) {
    malformed(cases, "POST", path, body, tells);
  }

  private static void malformed(
      List<Case> cases, String method, String path, String body, String tells) {
    cases.add(new Case(admin(method, path, body), 400, "MALFORMED_REQUEST", tells));
  }

  private static void invalid(List<Case> cases, String path, String body, String tells) {
    cases.add(new Case(admin("POST", path, body), 422, "VALIDATION_FAILED", tells));
  }

  private static void parameter(List<Case> cases, String path, String tells) {
    cases.add(new Case(admin("GET", path, ""), 400, "INVALID_PARAMETER", tells));
  }

  private static void unknown(List<Case> cases, String method, String path, String code) {
    cases.add(new Case(admin(method, path, ""), 404, code, ""));
  }

  private static String notes(String text) {
    return "{\"timeslotId\":7,\"notes\":\"" + text + "\"}";
  }

  private static String type(String text) {
    return "{\"timeslotId\":7,\"bookingType\":\"" + text + "\"}";
  }

  private static String metadata(String object) {
    return "{\"timeslotId\":7,\"metadata\":" + object + "}";
  }

  private static String room(String name) {
    return "{\"roomType\":\"office\"," + name + "}";
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefusedClearlyAndGoesNoFurther(Case bad) {
    AtomicInteger reached = new AtomicInteger();
    API.worker.answers(
        submission -> {
          reached.incrementAndGet();
          throw new AssertionError("the worker was asked");
        });

    HttpResponse<String> answer = API.send(bad.call());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(bad.status());
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = json(answer);
    assertThat(problem.get("code").textValue()).isEqualTo(bad.code());
    assertThat(problem.get("status").intValue()).isEqualTo(bad.status());
    assertThat(problem.get("error")).isEqualTo(problem.get("detail"));
    assertThat(problem.get("title").textValue()).isNotBlank();
    assertThat(answer.body()).contains(bad.tells()).doesNotContain("Exception", "jackson", "java.");
    assertThat(reached).hasValue(0);
  }

  @Test
  void theTableIsLong() {
    assertThat(cases()).hasSizeGreaterThan(200);
  }

  @Test
  void everyFieldThatBreaksARuleIsNamedAtOnce() {
    HttpResponse<String> answer =
        API.send(admin("POST", BOOK, "{\"timeslotId\":0,\"bookingType\":\"a\\nb\"}"));

    assertThat(json(answer).get("violations"))
        .isEqualTo(
            json(
                """
                [{"field":"timeslotId","message":"must be 1 or more"},
                 {"field":"bookingType",
                  "message":"must not contain control characters or text direction overrides"}]"""));
  }

  @Test
  void lengthIsCountedInCharactersNotInBytes() {
    API.worker.decides(Samples::booked);

    assertThat(API.send(admin("POST", BOOK, notes("😀".repeat(2000)))).statusCode()).isEqualTo(201);
  }

  @Test
  void nulFieldsAreAsGoodAsNone() {
    API.worker.decides(Samples::booked);

    assertThat(
            API.send(
                    admin(
                        "POST",
                        BOOK,
                        "{\"timeslotId\":7,\"roomId\":null,\"notes\":null,\"metadata\":null}"))
                .statusCode())
        .isEqualTo(201);
  }
}
