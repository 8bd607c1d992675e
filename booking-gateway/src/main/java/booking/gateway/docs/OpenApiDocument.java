package booking.gateway.docs;

import booking.gateway.problem.Problem;
import booking.gateway.request.RequestStatus;
import booking.gateway.request.WriteCall;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.core.util.Yaml;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * The OpenAPI document: what each resource says of itself, and what holds for all of them.
 *
 * @param json the document as JSON
 * @param yaml the document as YAML
 */
public record OpenApiDocument(String json, String yaml) {

  private static final String ABOUT =
      """
      Rooms have timeslots; people book them, pay, cancel and are refunded.

      **Who**: send `Authorization: Bearer <token>`, a JWT whose `sub` is the user's id and whose \
      `roles` contains `admin` for an admin.

      **Idempotency**: send an `Idempotency-Key` of your own with every write. The same key and \
      body gets the same answer, also after a timeout or a 503; another body with it is 422 \
      `IDEMPOTENCY_KEY_REUSED`.

      **Waiting**: a write is answered when it is decided and can be read. If that takes too long, \
      or you sent `Prefer: respond-async`, the answer is 202, and its `Location` tells how the \
      request stands.

      **Errors** are `application/problem+json`. Tell them apart by `code`. 422 \
      `VALIDATION_FAILED` lists each field under `violations`. After a 429 or a 503, wait for \
      `Retry-After` and send the same request again.

      **Limits**: a user may make so many calls a second (429 `TOO_MANY_REQUESTS`) and hold so \
      many seats that are not paid for (429 `TOO_MANY_HOLDS`); calls without a token are counted \
      by the address they come from. A repeat with the same `Idempotency-Key` of a booking that \
      was made gets its first answer, however many seats are held.
      """;

  /** The document of these resources. */
  public static OpenApiDocument of(List<Class<?>> resources) {
    OpenAPI common =
        new OpenAPI()
            .info(new Info().title("Booking").version("1").description(ABOUT))
            .components(components());
    OpenAPI document =
        new Reader(new SwaggerConfiguration().openAPI(common)).read(new LinkedHashSet<>(resources));
    document.getPaths().values().forEach(OpenApiDocument::addWhatHoldsForAll);
    return new OpenApiDocument(Json.pretty(document), Yaml.pretty(document));
  }

  private static Components components() {
    Components components =
        new Components()
            .addSecuritySchemes(
                "token",
                new SecurityScheme()
                    .type(SecurityScheme.Type.HTTP)
                    .scheme("bearer")
                    .bearerFormat("JWT"))
            .addParameters("page", number("page", "1 is the first part."))
            .addParameters("limit", number("limit", "Entries in a part."))
            .addParameters("key", key())
            .addParameters("prefer", prefer());
    for (Class<?> shape : List.of(Problem.class, RequestStatus.class)) {
      ModelConverters.getInstance().readAll(shape).forEach(components::addSchemas);
    }
    return components;
  }

  private static Parameter number(String name, String description) {
    return new QueryParameter()
        .name(name)
        .description(description)
        .schema(new IntegerSchema().minimum(BigDecimal.ONE));
  }

  private static Parameter key() {
    return new HeaderParameter()
        .name(WriteCall.IDEMPOTENCY_KEY)
        .description("Names this request among yours; printable ASCII.")
        .schema(new StringSchema().minLength(1).maxLength(255));
  }

  private static Parameter prefer() {
    return new HeaderParameter()
        .name(WriteCall.PREFER)
        .description("respond-async: do not wait for the decision.")
        .schema(new StringSchema());
  }

  private static void addWhatHoldsForAll(PathItem path) {
    path.readOperationsMap().forEach(OpenApiDocument::addWhatHoldsForAll);
  }

  private static void addWhatHoldsForAll(HttpMethod method, Operation operation) {
    ApiResponses responses = operation.getResponses();
    // What a method returns without further words is what it answers with 200.
    Optional.ofNullable(responses.remove("default"))
        .ifPresent(own -> responses.addApiResponse("200", own.description("What was asked for.")));
    responses.addApiResponse("default", response("A problem.", Problem.MEDIA_TYPE, "Problem"));
    if (method != HttpMethod.GET) {
      operation.addParametersItem(new Parameter().$ref("key"));
      operation.addParametersItem(new Parameter().$ref("prefer"));
      responses.addApiResponse(
          "202",
          response(
              "Taken and not yet decided; Location tells how it stands.",
              "application/json",
              "RequestStatus"));
    }
  }

  private static ApiResponse response(String description, String mediaType, String shape) {
    return new ApiResponse()
        .description(description)
        .content(
            new Content()
                .addMediaType(mediaType, new MediaType().schema(new Schema<>().$ref(shape))));
  }
}
