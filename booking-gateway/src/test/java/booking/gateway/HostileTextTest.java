package booking.gateway;

import static booking.gateway.RunningApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import booking.gateway.RunningApi.Call;
import booking.schemas.command.Book;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** Texts that mean harm to whoever interprets them: nobody here does. */
class HostileTextTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  private static final String BOOK = "/api/v1/bookings";
  private static final String CANARY = "c4n4ry";

  private static final List<String> KEPT =
      List.of(
          CANARY + "'); DROP TABLE bookings; --",
          CANARY + "\" OR 1=1 --",
          CANARY + "<script>alert('x')</script>",
          CANARY + "</textarea><img src=x onerror=alert(1)>",
          CANARY + "${jndi:ldap://localhost/x}",
          CANARY + "${7*7} #{7*7} {{7*7}} <%= 7*7 %>",
          CANARY + "%n%s%x %0d%0aSet-Cookie: a=b",
          CANARY + "\nlevel=ERROR logger=Forged all is lost",
          CANARY + "\\u0000 \\r\\n \\",
          CANARY + "../../../../etc/passwd",
          CANARY + "=cmd|' /C calc'!A0",
          CANARY + "\u200b\u00ad\u2028\u2029 zero width and line separators",
          CANARY + "Z\u0351\u036b\u0343 شكرا תודה 谢谢 😀👩‍👩‍👧",
          CANARY + "\uffff\ufffe");

  private static final List<String> REFUSED =
      List.of(
          CANARY + "\u0000",
          CANARY + "\r\nHTTP/1.1 200 OK",
          CANARY + "\u001b[2J",
          CANARY + "\u0085",
          CANARY + "\u202egnp.exe",
          CANARY + "\u2067",
          CANARY + "\ud83d");

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  @BeforeEach
  void listen() {
    log.start();
    root().addAppender(log);
    API.worker.decides(id -> Samples.refused(id, "TIMESLOT_FULL"));
  }

  @AfterEach
  void listenNoMore() {
    root().detachAppender(log);
  }

  private static HttpResponse<String> book(String notes) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("timeslotId", 4821);
    body.put("notes", notes).putObject("metadata").put("note", notes);
    // As escapes, so that half a surrogate pair survives the way here.
    StringBuilder ascii = new StringBuilder();
    body.toString()
        .chars()
        .forEach(c -> ascii.append(c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
    return API.send(Call.of("POST", BOOK, ascii.toString()).as(Tokens.user(7)));
  }

  @Test
  void whatIsKeptIsKeptAsItIs() {
    for (String text : KEPT) {
      API.worker.submissions.clear();
      assertThat(book(text).statusCode()).as(text).isEqualTo(409);
      assertThat(API.worker.submissions)
          .singleElement()
          .satisfies(
              sent -> {
                Book book = (Book) sent.command();
                assertThat(book.getNotes()).isEqualTo(text);
                assertThat(json(book.getMetadata()).get("note").textValue()).isEqualTo(text);
              });
    }
    assertNothingIsLogged();
  }

  @Test
  void whatNobodyCouldReadIsRefusedAndNotRepeated() {
    for (String text : REFUSED) {
      HttpResponse<String> answer = book(text);
      assertThat(answer.statusCode()).as(text).isEqualTo(422);
      assertThat(answer.body()).doesNotContain(CANARY);
    }
    assertThat(API.worker.submissions).isEmpty();
    assertNothingIsLogged();
  }

  @Test
  void headersAndPathsAreNeitherObeyedNorLogged() {
    for (String text : KEPT) {
      String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
      for (String path :
          List.of(BOOK + "/" + encoded, BOOK + "?status=" + encoded, BOOK + "?page=" + encoded)) {
        HttpResponse<String> answer = API.send(Call.get(path).as(Tokens.user(7)));
        assertThat(answer.statusCode()).as(path).isBetween(400, 422);
        assertThat(answer.body()).doesNotContain(CANARY);
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
      }
      if (text.chars().allMatch(c -> c >= 32 && c < 127)) {
        Call call = Call.of("POST", BOOK, "{\"timeslotId\":4821}").as(Tokens.user(7));
        assertThat(API.send(call.with("Idempotency-Key", text)).statusCode()).isEqualTo(409);
        assertThat(API.send(call.with("Prefer", text)).statusCode()).isEqualTo(409);
        assertThat(API.send(call.with("X-Forwarded-For", text)).statusCode()).isEqualTo(409);
      }
    }
    assertNothingIsLogged();
  }

  @Test
  void aFaultOfOursIsLoggedWithoutWhatWasSent() {
    API.worker.answers(
        submission -> CompletableFuture.failedFuture(new IllegalStateException("a fault of ours")));

    assertThat(book(KEPT.get(0)).statusCode()).isEqualTo(500);

    assertThat(log.list).anySatisfy(event -> assertThat(event.getMessage()).contains("errorId"));
    assertNothingIsLogged();
  }

  /** No line but ours, and nothing in it of what was sent. */
  private void assertNothingIsLogged() {
    assertThat(log.list)
        .allSatisfy(
            event -> {
              assertThat(event.getFormattedMessage()).doesNotContain(CANARY, "\n", "\r");
              assertThat(String.valueOf(event.getThrowableProxy())).doesNotContain(CANARY);
            });
  }
}
