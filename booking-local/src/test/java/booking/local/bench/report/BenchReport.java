package booking.local.bench.report;

import booking.local.bench.measure.Figure;
import booking.local.bench.measure.Series;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where figures are left: {@code bench.md} and {@code bench.svg}, {@code bench.json}. */
public record BenchReport(Path folder) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  public void write(List<Figure> figures) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("bench.md"), new BenchTable(figures).text());
    Files.writeString(folder.resolve("bench.svg"), new BenchPicture(figures).svg());
    Files.writeString(folder.resolve("bench.json"), json(figures));
  }

  private static String json(List<Figure> figures) throws JsonProcessingException {
    ArrayNode root = JSON.createArrayNode();
    figures.forEach(figure -> fill(root.addObject(), figure));
    return JSON.writeValueAsString(root);
  }

  private static void fill(ObjectNode node, Figure figure) {
    node.put("figure", figure.subject().name())
        .put("ours", figure.subject().what())
        .put("baseline", figure.subject().baseline())
        .put("unit", figure.subject().unit().name());
    values(node.putArray("oursByRound"), figure.ours());
    figure.baseline().ifPresent(series -> values(node.putArray("baselineByRound"), series));
    figure
        .baseline()
        .ifPresent(any -> values(node.putArray("ratioHundredthsByRound"), figure.ratios()));
    node.put("toReach", figure.goal()).put("verdict", figure.verdict());
  }

  private static void values(ArrayNode array, Series series) {
    series.values().forEach(array::add);
  }
}
