package booking.gateway;

import static booking.gateway.RunningApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import booking.gateway.RunningApi.Call;
import booking.gateway.booking.BookingSearch;
import booking.gateway.booking.Refund;
import booking.gateway.problem.ProblemCode;
import booking.gateway.problem.ProblemException;
import booking.gateway.request.Outcome;
import booking.gateway.request.RequestStatus;
import booking.gateway.room.Room;
import booking.schemas.BookingStatus;
import booking.schemas.CancelReason;
import booking.schemas.PaymentStatus;
import booking.schemas.Role;
import booking.schemas.command.Book;
import booking.schemas.command.Cancel;
import booking.schemas.command.CancelByVenue;
import booking.schemas.command.MarkNoShow;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BookingCallsTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  private static final String ROOM =
      """
      {"id":3,"name":"Blue","description":null,"capacity":4,"roomType":"meeting",
       "hourlyRate":80.00,"currency":"EUR","timeZone":"Europe/Berlin","isActive":true,
       "refundPolicy":[{"hoursBefore":24,"percent":100}],"metadata":{"floor":2},
       "createdAt":"2027-03-28T08:00:00Z","updatedAt":"2027-03-28T08:00:00Z"}""";

  private static final String TIMESLOT =
      """
      {"id":4821,"roomId":3,"startTime":"2027-03-28T09:00:00Z","endTime":"2027-03-28T09:30:00Z",
       "isAvailable":true,"price":40.00,"currency":"EUR","maxBookings":2,"remaining":1,
       "isOpen":true,"createdAt":"2027-03-28T08:00:00Z","updatedAt":"2027-03-28T08:00:00Z"}""";

  private static final String BOOKING =
      """
      {"id":482100001,"userId":7,"timeslotId":4821,"roomId":3,"status":"pending",
       "bookingType":null,"price":40.00,"currency":"EUR","paymentStatus":"pending",
       "paymentId":null,"notes":"window seat","metadata":{"b":1.10,"a":[]},
       "holdExpiresAt":"2027-03-28T08:15:00Z","cancelReason":null,"refundAmount":null,
       "refunds":[],"createdAt":"2027-03-28T08:00:00Z","updatedAt":"2027-03-28T08:00:00Z",
       "cancelledAt":null,"room":%s,"timeslot":%s}""";

  @BeforeEach
  void aRoomAndNothingElse() {
    API.readModel.clear();
    API.readModel.roomRows.add(Room.of(Samples.room().build()));
  }

  private static Call book(String body) {
    return Call.of("POST", "/api/v1/bookings", body).as(Tokens.user(7));
  }

  @Test
  void aBookingIsAnsweredWithItsRoomAndTimeslotAndItsPlace() {
    API.worker.decides(Samples::booked);

    HttpResponse<String> answer =
        API.send(
            book(
                "{\"timeslotId\":4821,\"roomId\":3,\"notes\":\"a\\nb\",\"bookingType\":\"visit\","
                    + "\"metadata\":{\"b\":1.10,\"a\":[]}}"));

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(json(answer)).isEqualTo(json(BOOKING.formatted(ROOM, TIMESLOT)));
    assertThat(answer.body()).contains("\"price\":40.00,").contains("\"b\":1.10");
    assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/bookings/482100001");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    var sent = API.worker.submissions.get(0);
    assertThat(sent.command())
        .isEqualTo(
            Book.newBuilder()
                .setRoomId(3L)
                .setNotes("a\nb")
                .setBookingType("visit")
                .setMetadata("{\"b\":1.10,\"a\":[]}")
                .build());
    assertThat(sent.timeslotId()).isEqualTo(OptionalLong.of(4821));
    assertThat(sent.actor().getUserId()).isEqualTo(7);
    assertThat(sent.actor().getRole()).isEqualTo(Role.USER);
    assertThat(sent.waits()).isTrue();
  }

  @Test
  void theLargestIdsThatCanBeGivenAreTheWorkersToJudge() {
    API.worker.decides(id -> Samples.refused(id, "TIMESLOT_NOT_FOUND"));

    API.send(book("{\"timeslotId\":90000000000}"));
    API.send(Call.of("PUT", "/api/v1/bookings/9000000000099999/cancel", "").as(Tokens.user(7)));

    assertThat(API.worker.submissions)
        .hasSize(2)
        .allSatisfy(
            sent -> assertThat(sent.timeslotId()).isEqualTo(OptionalLong.of(90_000_000_000L)));
  }

  @Test
  void aRoomThatNobodyCanBeAskedAboutIsAnsweredAsFarAsItsTimeslotTells() {
    API.worker.decides(
        id ->
            Samples.result(id)
                .setBookingAfter(Samples.booking().setRoomId(77).build())
                .setTimeslotAfter(Samples.timeslot().setRoomId(77).setRoomName("Red").build())
                .build());
    API.readModel.away = true;

    assertThat(json(API.send(book("{\"timeslotId\":4821}"))).get("room"))
        .isEqualTo(json("{\"id\":77,\"name\":\"Red\",\"timeZone\":\"Europe/Berlin\"}"));
  }

  @Test
  void aRefusalIsAProblemWithItsCode() {
    API.worker.decides(id -> Samples.refused(id, "TIMESLOT_FULL"));

    HttpResponse<String> answer = API.send(book("{\"timeslotId\":4821}"));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(json(answer))
        .isEqualTo(
            json(
                """
                {"type":"urn:booking:problem:timeslot-full","title":"Timeslot is not available",
                 "status":409,"detail":"in words","code":"TIMESLOT_FULL","error":"in words"}"""));
  }

  @Test
  void aRefusalOfANewerWorkerKeepsItsCode() {
    API.worker.decides(
        id -> Samples.result(id).setAccepted(false).setCode("MOON_TOO_FULL").build());

    HttpResponse<String> answer = API.send(book("{\"timeslotId\":4821}"));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(json(answer).get("code").textValue()).isEqualTo("MOON_TOO_FULL");
    assertThat(json(answer).get("detail").textValue()).isEqualTo("Refused");
  }

  @Test
  void anUndecidedRequestIsAnsweredWithThePlaceToAsk() {
    API.worker.answers(
        submission -> CompletableFuture.completedFuture(new Outcome.Undecided("r-1")));

    HttpResponse<String> answer = API.send(book("{\"timeslotId\":4821}"));

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/bookings/requests/r-1");
    assertThat(answer.headers().firstValue("Preference-Applied")).isEmpty();
    assertThat(json(answer)).isEqualTo(json("{\"requestId\":\"r-1\",\"status\":\"pending\"}"));
  }

  @Test
  void aClientThatPrefersNotToWaitIsNotKeptWaiting() {
    API.worker.answers(
        submission ->
            CompletableFuture.completedFuture(
                new Outcome.Undecided(submission.waits() ? "waited" : "at-once")));

    HttpResponse<String> answer =
        API.send(book("{\"timeslotId\":4821}").with("Prefer", "wait=1, Respond-Async"));

    assertThat(json(answer).get("requestId").textValue()).isEqualTo("at-once");
    assertThat(answer.headers().firstValue("Preference-Applied")).hasValue("respond-async");
  }

  @Test
  void whileKafkaIsAwayAWriteIs503AndMayBeTriedAgain() {
    API.worker.answers(
        submission ->
            CompletableFuture.failedFuture(
                new ProblemException(ProblemCode.KAFKA_UNAVAILABLE, "away")));

    HttpResponse<String> answer = API.send(book("{\"timeslotId\":4821}"));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(json(answer).get("code").textValue()).isEqualTo("KAFKA_UNAVAILABLE");
  }

  @Test
  void aBugIsA500ThatTellsNothingButItsId() {
    API.worker.answers(submission -> CompletableFuture.failedFuture(new ArithmeticException("x")));

    HttpResponse<String> answer = API.send(book("{\"timeslotId\":4821}"));

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("Arithmetic").contains("urn:uuid:");
  }

  @Test
  void theSameKeyAndBodyAreTheSameRequestWhateverTheLayout() {
    API.worker.decides(Samples::booked);

    API.send(book("{\"timeslotId\":4821,\"notes\":\"a\"}").with("Idempotency-Key", "k 1"));
    API.send(book("{ \"notes\" : \"a\", \"timeslotId\" : 4821 }").with("Idempotency-Key", "k 1"));
    API.send(book("{\"timeslotId\":4821,\"notes\":\"b\"}").with("Idempotency-Key", "k 1"));

    var identities = API.worker.submissions.stream().map(sent -> sent.identity()).toList();
    assertThat(identities.get(0)).isEqualTo(identities.get(1));
    assertThat(identities.get(2).requestId()).isEqualTo(identities.get(0).requestId());
    assertThat(identities.get(2).fingerprint()).isNotEqualTo(identities.get(0).fingerprint());
  }

  @Test
  void aCancellationTellsTheRefundAndWhatGoesBack() {
    API.readModel.refundRows.add(
        new Refund(
            "r1",
            "p1",
            new BigDecimal("20.00"),
            "EUR",
            "user",
            "requested",
            Optional.empty(),
            Samples.NOW,
            Optional.empty()));
    API.worker.decides(
        id ->
            Samples.result(id)
                .setTimeslotAfter(Samples.timeslot().build())
                .setBookingAfter(
                    Samples.booking()
                        .setStatus(BookingStatus.CANCELLED)
                        .setPaymentStatus(PaymentStatus.REFUNDED)
                        .setPaymentId("p1")
                        .setCancelReason(CancelReason.USER)
                        .setRefundAmount(new BigDecimal("20.00"))
                        .setCancelledAt(Samples.NOW)
                        .build())
                .build());

    HttpResponse<String> answer = API.send(cancel("/api/v1/bookings/482100001/cancel"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"refundAmount\":20.00}");
    var booking = json(answer).get("booking");
    assertThat(booking.get("status").textValue()).isEqualTo("cancelled");
    assertThat(booking.get("cancelReason").textValue()).isEqualTo("user");
    assertThat(booking.get("refunds"))
        .isEqualTo(
            json(
                """
                [{"id":"r1","paymentId":"p1","amount":20.00,"currency":"EUR","reason":"user",
                  "status":"requested","detail":null,"requestedAt":"2027-03-28T08:00:00Z",
                  "settledAt":null}]"""));
    assertThat(API.worker.submissions.get(0).command()).isEqualTo(new Cancel(482_100_001L));
    assertThat(API.worker.submissions.get(0).timeslotId()).isEqualTo(OptionalLong.of(4821));

    API.readModel.away = true;
    var whileAway = json(API.send(cancel("/api/v1/bookings/482100001/cancel")));
    assertThat(whileAway.get("booking").get("refunds")).isEmpty();
  }

  private static Call cancel(String path) {
    return Call.of("PUT", path, "").as(Tokens.user(7));
  }

  @Test
  void cancellingWhatWasNotPaidGivesNothingBack() {
    API.worker.decides(Samples::booked);

    assertThat(API.send(cancel("/api/v1/bookings/482100001/cancel")).body())
        .endsWith("\"refundAmount\":0.00}");
  }

  @Test
  void anAdminCancelsForTheVenueAndNotesNoShows() {
    API.worker.decides(Samples::booked);

    assertThat(API.send(admin("PUT", "/api/v1/admin/bookings/482100001/cancel")).statusCode())
        .isEqualTo(200);
    assertThat(API.worker.submissions.get(0).command()).isEqualTo(new CancelByVenue(482_100_001L));
    assertThat(API.worker.submissions.get(0).actor().getRole()).isEqualTo(Role.ADMIN);

    assertThat(json(API.send(admin("PUT", "/api/v1/admin/bookings/482100001/no-show"))))
        .isEqualTo(json(BOOKING.formatted(ROOM, TIMESLOT)));
    assertThat(API.worker.submissions.get(1).command()).isEqualTo(new MarkNoShow(482_100_001L));
  }

  private static Call admin(String method, String path) {
    return Call.of(method, path, "").as(Tokens.admin(1));
  }

  @Test
  void aBookingIsReadByItsOwnerAndAdminsOnly() {
    API.readModel.bookingRows.add(SampleRows.booking(482_100_001, 7));

    assertThat(json(API.send(Call.get("/api/v1/bookings/482100001").as(Tokens.user(7)))))
        .isEqualTo(json(BOOKING.formatted("null", "null")));
    HttpResponse<String> others =
        API.send(Call.get("/api/v1/bookings/482100001").as(Tokens.user(8)));
    assertThat(others.statusCode()).isEqualTo(404);
    assertThat(json(others).get("code").textValue()).isEqualTo("BOOKING_NOT_FOUND");
    assertThat(
            API.send(Call.get("/api/v1/admin/bookings/482100001").as(Tokens.admin(1))).statusCode())
        .isEqualTo(200);
    assertThat(API.send(Call.get("/api/v1/admin/bookings/482100001").as(Tokens.user(7))))
        .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(403));
  }

  @Test
  void listsAreNarrowedAndGoOn() {
    for (int n = 1; n <= 3; n++) {
      API.readModel.bookingRows.add(SampleRows.booking(482_100_000 + n, 7));
    }

    HttpResponse<String> first =
        API.send(Call.get("/api/v1/bookings?status=pending&limit=2&userId=9").as(Tokens.user(7)));
    assertThat(json(first)).hasSize(2);
    assertThat(first.headers().firstValue("Link"))
        .hasValueSatisfying(
            link ->
                assertThat(link)
                    .startsWith("</api/v1/bookings?")
                    .contains("page=2", "limit=2", "status=pending")
                    .endsWith(">; rel=\"next\""));
    HttpResponse<String> last =
        API.send(Call.get("/api/v1/bookings?limit=2&page=2").as(Tokens.user(7)));
    assertThat(json(last)).hasSize(1);
    assertThat(last.headers().firstValue("Link")).isEmpty();
    API.send(
        Call.get("/api/v1/admin/bookings?userId=9&roomId=3&status=no_show").as(Tokens.admin(1)));

    assertThat(API.readModel.questions)
        .isEqualTo(
            List.of(
                new BookingSearch(Optional.of(7L), Optional.empty(), Optional.of("pending")),
                new BookingSearch(Optional.of(7L), Optional.empty(), Optional.empty()),
                new BookingSearch(Optional.of(9L), Optional.of(3L), Optional.of("no_show"))));
  }

  @Test
  void whileTheReadModelIsAwayReadsAre503() {
    API.readModel.away = true;

    HttpResponse<String> answer = API.send(Call.get("/api/v1/bookings").as(Tokens.user(7)));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(json(answer).get("code").textValue()).isEqualTo("READ_MODEL_UNAVAILABLE");
  }

  @Test
  void aRequestsStandingIsTheOwnersOnly() {
    API.worker.statuses.put(
        "7/r-1",
        new RequestStatus("r-1", "rejected", Optional.of("TIMESLOT_FULL"), Optional.empty()));
    API.worker.statuses.put(
        "7/r-2", new RequestStatus("r-2", "accepted", Optional.empty(), Optional.of(482_100_001L)));

    assertThat(json(API.send(Call.get("/api/v1/bookings/requests/r-1").as(Tokens.user(7)))))
        .isEqualTo(
            json("{\"requestId\":\"r-1\",\"status\":\"rejected\",\"code\":\"TIMESLOT_FULL\"}"));
    assertThat(json(API.send(Call.get("/api/v1/bookings/requests/r-2").as(Tokens.user(7)))))
        .isEqualTo(json("{\"requestId\":\"r-2\",\"status\":\"accepted\",\"bookingId\":482100001}"));
    HttpResponse<String> others =
        API.send(Call.get("/api/v1/bookings/requests/r-1").as(Tokens.user(8)));
    assertThat(others.statusCode()).isEqualTo(404);
    assertThat(json(others).get("code").textValue()).isEqualTo("REQUEST_NOT_FOUND");
  }
}
