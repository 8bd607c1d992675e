package booking.gateway;

import static booking.gateway.RunningApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import booking.gateway.RunningApi.Call;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Yaml;
import io.swagger.v3.oas.models.OpenAPI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DocsTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

  private static JsonNode document() {
    return json(API.send(Call.get("/openapi.json")));
  }

  @Test
  void everyCallIsDescribed() {
    List<String> calls =
        Endpoints.all().stream().map(call -> call.verb() + " " + call.path()).toList();
    List<String> described = new ArrayList<>();
    document()
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        verb ->
                            described.add(verb.toUpperCase(Locale.ROOT) + " " + path.getKey())));

    assertThat(described).containsExactlyInAnyOrderElementsOf(calls).hasSize(19);
  }

  @Test
  void whatEveryCallHasInCommonIsSaidOfEach() {
    JsonNode book = document().at("/paths/~1api~1v1~1bookings/post");

    assertThat(book.at("/requestBody/content/application~1json/schema/$ref").textValue())
        .endsWith("/BookRequest");
    assertThat(book.at("/responses/201/content/application~1json/schema/$ref").textValue())
        .endsWith("/Booking");
    assertThat(book.at("/responses/202/content/application~1json/schema/$ref").textValue())
        .endsWith("/RequestStatus");
    assertThat(
            book.at("/responses/default/content/application~1problem+json/schema/$ref").textValue())
        .endsWith("/Problem");
    assertThat(book.get("parameters").findValuesAsText("$ref"))
        .containsExactly("#/components/parameters/key", "#/components/parameters/prefer");
    assertThat(book.get("security")).isEqualTo(json("[{\"token\":[]}]"));
    assertThat(document().at("/paths/~1api~1v1~1bookings~1rooms/get/security").isMissingNode())
        .isTrue();
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    JsonNode document = document();

    assertThat(document.findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(
            reference ->
                assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
  }

  @Test
  void theYamlIsTheSameDocument() throws Exception {
    HttpResponse<String> yaml = API.send(Call.get("/openapi.yaml"));

    assertThat(yaml.headers().firstValue("Content-Type")).hasValue("application/yaml");
    OpenAPI read = Yaml.mapper().readValue(yaml.body(), OpenAPI.class);
    assertThat(read.getPaths()).hasSameSizeAs(document().get("paths"));
    assertThat(read.getComponents().getSecuritySchemes()).containsKey("token");
  }

  @Test
  void thePageAndAllItLoadsComeFromHere() {
    HttpResponse<String> page = API.send(Call.get("/docs"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("script-src 'self';"));
    Matcher links = LINK.matcher(page.body());
    List<String> loaded = new ArrayList<>();
    while (links.find()) {
      loaded.add(links.group(1));
    }

    assertThat(loaded)
        .hasSize(4)
        .allSatisfy(
            link ->
                assertThat(API.send(Call.get(link)))
                    .satisfies(
                        file -> {
                          assertThat(file.statusCode()).as(link).isEqualTo(200);
                          assertThat(file.body()).isNotEmpty();
                        }));
    assertThat(API.send(Call.get("/docs/start.js")).body()).contains("/openapi.json");
  }
}
