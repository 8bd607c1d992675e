package booking.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import booking.gateway.RunningApi.Call;
import booking.schemas.Role;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Fields that are not for the sender to set. */
class MassAssignmentTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  private static final List<String> FIELDS =
      List.of(
          "id",
          "userId",
          "user_id",
          "owner",
          "ownerId",
          "actor",
          "sub",
          "role",
          "roles",
          "admin",
          "isAdmin",
          "status",
          "paymentStatus",
          "payment_status",
          "paymentId",
          "refundAmount",
          "refunds",
          "holdExpiresAt",
          "cancelReason",
          "createdAt",
          "updatedAt",
          "cancelledAt",
          "version",
          "requestId",
          "fingerprint",
          "replyPartition",
          "decidedAt",
          "held",
          "confirmed",
          "remaining",
          "isAvailable",
          "isOpen",
          "class",
          "@class",
          "@type",
          "__proto__",
          "constructor");

  private static final Map<String, String> BODIES =
      Map.of(
          "POST /api/v1/bookings", "{\"timeslotId\":4821",
          "POST /api/v1/admin/rooms", "{\"name\":\"x\",\"roomType\":\"office\",\"capacity\":4",
          "PUT /api/v1/admin/rooms/3", "{\"name\":\"x\"",
          "POST /api/v1/admin/timeslots/generate",
              "{\"roomId\":3,\"startDate\":\"2027-03-28\",\"endDate\":\"2027-03-29\"",
          "PUT /api/v1/admin/timeslots/5/close", "{\"cancelBookings\":true");

  @Test
  void noneOfThemCanBeSet() {
    API.worker.decides(Samples::booked);
    int sent = 0;

    for (Map.Entry<String, String> body : BODIES.entrySet()) {
      String[] call = body.getKey().split(" ");
      for (String field : FIELDS) {
        for (String value : List.of("1", "\"paid\"", "null")) {
          String spoilt = body.getValue() + ",\"" + field + "\":" + value + "}";
          HttpResponse<String> answer =
              API.send(Call.of(call[0], call[1], spoilt).as(Tokens.admin(1)));
          assertThat(answer.statusCode()).as("%s %s", body.getKey(), spoilt).isEqualTo(400);
          sent++;
        }
      }
    }

    assertThat(sent).isEqualTo(BODIES.size() * FIELDS.size() * 3).isGreaterThan(500);
    assertThat(API.worker.submissions).isEmpty();
  }

  @Test
  void whoBooksIsWhoTheTokenSaysWhateverElseIsSaid() {
    API.worker.decides(Samples::booked);
    Call call =
        Call.of("POST", "/api/v1/bookings?userId=8&role=admin", "{\"timeslotId\":4821}")
            .as(Tokens.user(7))
            .with("X-User-Id", "8")
            .with("X-Role", "admin")
            .with("X-HTTP-Method-Override", "DELETE")
            .with("Cookie", "userId=8; role=admin");

    assertThat(API.send(call).statusCode()).isEqualTo(201);

    assertThat(API.worker.submissions)
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.actor().getUserId()).isEqualTo(7);
              assertThat(sent.actor().getRole()).isEqualTo(Role.USER);
            });
  }
}
