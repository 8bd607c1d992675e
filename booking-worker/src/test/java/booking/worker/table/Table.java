package booking.worker.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table in a text file. Cells stand two or more spaces apart, remarks begin with #, and a line
 * that begins as the table's first line does is its heading again, for whoever reads.
 */
public record Table(List<Row> rows) {

  /**
   * One line of a table.
   *
   * @param place file and line, to find it by when it fails
   */
  public record Row(String place, List<String> cells) {

    public Row {
      cells = List.copyOf(cells);
    }

    public String cell(int column) {
      return cells.get(column);
    }

    /** Says where the row is wrong, if what really came out, by column, is not what it says. */
    public Optional<String> mismatch(Map<Integer, String> actual) {
      List<String> really = new ArrayList<>(cells);
      actual.forEach(really::set);
      return really.equals(cells)
          ? Optional.empty()
          : Optional.of(place + " says " + cells + " but it is " + really);
    }
  }

  public Table {
    rows = List.copyOf(rows);
  }

  /** Reads the file that lies beside the class. */
  public static Table beside(Class<?> reader, String file) {
    List<Row> rows = new ArrayList<>();
    List<String> heading = List.of();
    int number = 0;
    for (String line : lines(reader, file)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = List.of(line.strip().split(" {2,}"));
      heading = heading.isEmpty() ? cells : heading;
      if (cells.size() != heading.size()) {
        throw new IllegalArgumentException(
            file + ":" + number + " has " + cells.size() + " cells, not as many as " + heading);
      }
      if (!cells.equals(heading)) {
        rows.add(new Row(file + ":" + number, cells));
      }
    }
    return new Table(rows);
  }

  /** The lines of the file that lies beside the class. */
  public static List<String> lines(Class<?> reader, String file) {
    try (InputStream in = reader.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("no file " + file + " beside " + reader);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
