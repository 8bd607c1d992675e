package booking.local.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a table is left behind: {@code faults.txt} for people, {@code faults.json} for machines.
 */
record FaultReport(Path folder) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  void write(FaultTable table) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("faults.txt"), table.text());
    Files.writeString(folder.resolve("faults.json"), json(table));
  }

  private static String json(FaultTable table) throws JsonProcessingException {
    ObjectNode root = JSON.createObjectNode().put("seed", table.seed());
    ArrayNode rows = root.putArray("faults");
    table.outcomes().forEach(outcome -> fill(rows.addObject(), outcome));
    ObjectNode checker = root.putObject("checker");
    Judge.Verdict verdict = table.verdict();
    checker.put("lost", verdict.lost());
    checker.put("twice", verdict.twice());
    checker.put("gaps", verdict.gaps());
    checker.put("moneyDifferenceCents", verdict.moneyDifference());
    checker.put("rowsDiffering", verdict.rowsDiffering());
    texts(root.putArray("violations"), table.violations());
    return JSON.writeValueAsString(root);
  }

  private static void fill(ObjectNode row, Outcome outcome) {
    row.put("row", outcome.fault().row())
        .put("fault", outcome.fault().what())
        .put("times", outcome.times())
        .put("silenceOfAPartitionMillis", outcome.worst().toMillis())
        .put("silenceMedianMillis", outcome.median().toMillis())
        .put("silenceOfAllMillis", outcome.all().toMillis())
        .put("decided", outcome.decided())
        .put("lost", outcome.lost())
        .put("twice", outcome.twice())
        .put("gaps", outcome.gaps());
    outcome.goalMet().ifPresent(met -> row.put("silenceGoalMet", met));
    ObjectNode errors = row.putObject("seenByClients");
    outcome.errors().forEach(errors::put);
    texts(row.putArray("figures"), outcome.strike().figures());
  }

  private static void texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }
}
