package booking.gateway.docs;

import booking.gateway.problem.ProblemCode;
import booking.gateway.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The document, and Swagger UI to try it; both come out of the jar and need no other host. */
@Path("/")
public final class DocsResource {

  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

  private static final String OURS = "/booking/gateway/docs/";
  private static final String WEBJAR_VERSION =
      "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

  private static final Map<String, String> SWAGGER_UI =
      Map.of(
          "swagger-ui.css", "text/css",
          "swagger-ui-bundle.js", "text/javascript",
          "favicon-32x32.png", "image/png");

  private final OpenApiDocument document;
  private final String swaggerUi;

  public DocsResource(OpenApiDocument document) {
    this.document = document;
    this.swaggerUi = "/META-INF/resources/webjars/swagger-ui/" + webjarVersion() + "/";
  }

  @GET
  @Path("openapi.yaml")
  @Produces("application/yaml")
  public String yaml() {
    return document.yaml();
  }

  @GET
  @Path("openapi.json")
  @Produces("application/json")
  public String json() {
    return document.json();
  }

  @GET
  @Path("docs")
  public Response page() {
    return file(OURS + "index.html", "text/html; charset=utf-8");
  }

  @GET
  @Path("docs/{file}")
  public Response file(@PathParam("file") String file) {
    if (file.equals("start.js")) {
      return file(OURS + file, "text/javascript");
    }
    String type =
        Optional.ofNullable(SWAGGER_UI.get(file))
            .orElseThrow(
                () -> new ProblemException(ProblemCode.NOT_FOUND, "No resource has this path."));
    return file(swaggerUi + file, type);
  }

  private static Response file(String resource, String type) {
    return Response.ok(opened(resource), type)
        .header("Content-Security-Policy", PAGE_POLICY)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }

  private static String webjarVersion() {
    try (InputStream pom = opened(WEBJAR_VERSION)) {
      Properties properties = new Properties();
      properties.load(pom);
      return properties.getProperty("version");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static InputStream opened(String resource) {
    return Optional.ofNullable(DocsResource.class.getResourceAsStream(resource))
        .orElseThrow(() -> new IllegalStateException(resource + " is not on the class path"));
  }
}
