package booking.schemas;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The precision that a schema promises of its decimals. Avro keeps to it when it writes and does
 * not look at it when it reads, so whoever makes bytes by hand could hand in a sum of a thousand
 * digits that no column holds. Immutable once made.
 */
final class DecimalBounds {

  /** What one value, with all that is in it, has to keep to. */
  private interface Bound {
    void check(Object value);
  }

  private record Digits(int precision) implements Bound {
    @Override
    public void check(Object value) {
      if (value instanceof BigDecimal decimal && decimal.precision() > precision) {
        throw new SerializationException("A decimal has more than " + precision + " digits");
      }
    }
  }

  private record Fields(Map<Integer, Bound> byPosition) implements Bound {
    @Override
    public void check(Object value) {
      if (value instanceof IndexedRecord record) {
        byPosition.forEach((position, bound) -> bound.check(record.get(position)));
      }
    }
  }

  private record Branches(Map<String, Bound> byName) implements Bound {
    @Override
    public void check(Object value) {
      if (value instanceof IndexedRecord record) {
        Bound bound = byName.get(record.getSchema().getFullName());
        if (bound != null) {
          bound.check(value);
        }
      }
    }
  }

  private record Items(Bound bound) implements Bound {
    @Override
    public void check(Object value) {
      if (value instanceof Collection<?> items) {
        items.forEach(bound::check);
      }
    }
  }

  private record All(List<Bound> bounds) implements Bound {
    @Override
    public void check(Object value) {
      bounds.forEach(bound -> bound.check(value));
    }
  }

  private final Map<String, Fields> records = new HashMap<>();
  private final Optional<Bound> whole;

  DecimalBounds(Schema schema) {
    whole = bound(schema);
  }

  /**
   * Looks at every decimal of a record of this schema.
   *
   * @throws SerializationException if one has more digits than the schema says
   */
  void check(Object value) {
    whole.ifPresent(bound -> bound.check(value));
  }

  private Optional<Bound> bound(Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> fields(schema);
      case UNION -> branches(schema);
      case ARRAY -> bound(schema.getElementType()).map(Items::new);
      default ->
          schema.getLogicalType() instanceof LogicalTypes.Decimal decimal
              ? Optional.of(new Digits(decimal.getPrecision()))
              : Optional.empty();
    };
  }

  private Optional<Bound> fields(Schema schema) {
    Fields known = records.get(schema.getFullName());
    if (known != null) {
      return Optional.of(known);
    }
    Fields fields = new Fields(new HashMap<>());
    records.put(schema.getFullName(), fields);
    for (Schema.Field field : schema.getFields()) {
      bound(field.schema()).ifPresent(bound -> fields.byPosition().put(field.pos(), bound));
    }
    return fields.byPosition().isEmpty() ? Optional.empty() : Optional.of(fields);
  }

  private Optional<Bound> branches(Schema union) {
    Map<String, Bound> records = new HashMap<>();
    List<Bound> others = new ArrayList<>();
    for (Schema branch : union.getTypes()) {
      bound(branch)
          .ifPresent(
              bound -> {
                if (branch.getType() == Schema.Type.RECORD) {
                  records.put(branch.getFullName(), bound);
                } else {
                  others.add(bound);
                }
              });
    }
    if (!records.isEmpty()) {
      others.add(new Branches(records));
    }
    return others.isEmpty() ? Optional.empty() : Optional.of(new All(others));
  }
}
