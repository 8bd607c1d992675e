package booking.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import booking.gateway.Endpoints.Endpoint;
import booking.gateway.RunningApi.Call;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every shape of a token that is not believed, at every call that needs one. */
class TokenMatrixTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  /** What is sent as the Authorization header, by what is wrong with it. */
  private static Map<String, String> headers() throws Exception {
    Map<String, String> headers = new HashMap<>();
    TokensTest.badTokens().forEach(bad -> headers.put(bad.getKey(), "Bearer " + bad.getValue()));
    headers.put("another scheme", "Basic " + Tokens.admin(1));
    headers.put("no scheme", Tokens.admin(1));
    headers.put("nothing after the scheme", "Bearer ");
    headers.put("two tokens", "Bearer " + Tokens.admin(1) + " " + Tokens.admin(1));
    headers.put("two tokens with a comma", "Bearer " + Tokens.admin(1) + "," + Tokens.admin(1));
    headers.put("an empty header", "");
    return headers;
  }

  @Test
  void noneIsBelievedAnywhereAndAllAreToldTheSame() throws Exception {
    List<Endpoint> endpoints = Endpoints.all().stream().filter(Endpoint::authenticated).toList();
    Map<String, String> headers = headers();
    String told = API.send(endpoints.get(0).call("7")).body();
    int calls = 0;
    API.worker.decides(Samples::booked);

    for (Endpoint endpoint : endpoints) {
      for (Map.Entry<String, String> header : headers.entrySet()) {
        Call call = endpoint.call("482100001").with("Authorization", header.getValue());
        HttpResponse<String> answer = API.send(call);
        assertThat(answer.statusCode()).as("%s %s", header.getKey(), call).isEqualTo(401);
        assertThat(answer.body()).as(header.getKey()).isEqualTo(told);
        calls++;
      }
    }

    assertThat(headers).hasSizeGreaterThan(40);
    assertThat(endpoints).hasSize(17);
    assertThat(calls).isEqualTo(headers.size() * endpoints.size());
    assertThat(API.worker.submissions).isEmpty();
  }

  @Test
  void aUsersTokenOpensNoCallOfAnAdmin() {
    List<Endpoint> admins =
        Endpoints.all().stream().filter(call -> call.path().contains("/admin/")).toList();

    assertThat(admins)
        .hasSize(12)
        .allSatisfy(
            call ->
                assertThat(API.send(call.call("3").as(Tokens.user(7))).statusCode())
                    .isEqualTo(403));
  }
}
