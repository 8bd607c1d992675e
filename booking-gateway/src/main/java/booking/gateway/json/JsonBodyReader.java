package booking.gateway.json;

import booking.gateway.problem.ProblemCode;
import booking.gateway.problem.ProblemException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads every body of this API, so that there is one place where bytes become JSON. */
public final class JsonBodyReader implements MessageBodyReader<JsonBody> {

  private final ObjectMapper strict;

  /**
   * @param longest body, in bytes
   */
  public JsonBodyReader(int longest) {
    this.strict = JsonFormat.strict(longest);
  }

  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType sent) {
    return type == JsonBody.class;
  }

  @Override
  public JsonBody readFrom(
      Class<JsonBody> type,
      Type generic,
      Annotation[] annotations,
      MediaType sent,
      MultivaluedMap<String, String> headers,
      InputStream entity) {
    byte[] bytes = whole(entity);
    // Jersey lets a body through that names no type at all.
    if (bytes.length > 0 && !sent.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
      throw new ProblemException(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
    }
    return JsonBody.of(strict, bytes);
  }

  private static byte[] whole(InputStream entity) {
    try {
      return entity.readAllBytes();
    } catch (IOException cut) {
      throw new ProblemException(
          ProblemCode.MALFORMED_REQUEST, "The body did not arrive whole.", cut);
    }
  }
}
