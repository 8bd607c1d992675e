package booking.gateway.readmodel;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A row of the read model, read by column.
 *
 * @param prefix of the columns, where a row holds several things
 */
public record Row(ResultSet columns, String prefix) {

  public static Row of(ResultSet columns) {
    return new Row(columns, "");
  }

  /**
   * The same row, read for what stands under these columns; empty when an outer join found none.
   */
  public Optional<Row> part(String columnPrefix) throws SQLException {
    Row part = new Row(columns, columnPrefix);
    return part.optionalNumber("id").map(found -> part);
  }

  public long number(String column) throws SQLException {
    return columns.getLong(prefix + column);
  }

  public int count(String column) throws SQLException {
    return columns.getInt(prefix + column);
  }

  public boolean flag(String column) throws SQLException {
    return columns.getBoolean(prefix + column);
  }

  public String text(String column) throws SQLException {
    return columns.getString(prefix + column);
  }

  public BigDecimal money(String column) throws SQLException {
    return columns.getBigDecimal(prefix + column);
  }

  public Instant instant(String column) throws SQLException {
    return columns.getObject(prefix + column, OffsetDateTime.class).toInstant();
  }

  public Optional<Long> optionalNumber(String column) throws SQLException {
    return Optional.ofNullable(columns.getObject(prefix + column, Long.class));
  }

  public Optional<String> optionalText(String column) throws SQLException {
    return Optional.ofNullable(columns.getString(prefix + column));
  }

  public Optional<BigDecimal> optionalMoney(String column) throws SQLException {
    return Optional.ofNullable(columns.getBigDecimal(prefix + column));
  }

  public Optional<Instant> optionalInstant(String column) throws SQLException {
    return Optional.ofNullable(columns.getObject(prefix + column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
