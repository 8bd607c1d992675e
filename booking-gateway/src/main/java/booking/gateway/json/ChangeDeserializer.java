package booking.gateway.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/** Reads a {@link Change}: Jackson is the only one who still knows a null from nothing. */
@SuppressWarnings("rawtypes") // Jackson registers deserializers by raw class.
final class ChangeDeserializer extends StdDeserializer<Change> implements ContextualDeserializer {

  private static final long serialVersionUID = 1;

  private final JavaType value;

  ChangeDeserializer() {
    this(com.fasterxml.jackson.databind.type.TypeFactory.unknownType());
  }

  private ChangeDeserializer(JavaType value) {
    super(Change.class);
    this.value = value;
  }

  @Override
  public ChangeDeserializer createContextual(DeserializationContext context, BeanProperty field) {
    return new ChangeDeserializer(field.getType().containedType(0));
  }

  @Override
  public Change deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    return new Change.Put<>(context.<Object>readValue(parser, value));
  }

  @Override
  public Change getNullValue(DeserializationContext context) {
    return Change.clear();
  }

  @Override
  public Object getAbsentValue(DeserializationContext context) {
    return Change.keep();
  }
}
