package booking.local.checker.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {

  private static final String NAMES =
      "id\tuser\tkind\trequest\tslot\tt_start\tt_end\tending\tcode\tbooking\tversion\n";

  @TempDir private Path folder;

  @Test
  void aLineIsACall() throws IOException {
    Path file = written(NAMES + "1\t7\tbook\tr-1\t12\t1000\t2000\tok\t-\t1200001\t1500\n");

    assertThat(HistoryFile.read(file))
        .containsExactly(
            new Call(
                "1",
                7,
                "book",
                Optional.of("r-1"),
                Instant.ofEpochMilli(1000),
                Instant.ofEpochMilli(2000),
                Call.Outcome.OK,
                Optional.empty(),
                OptionalLong.of(1200001),
                OptionalLong.of(1500)));
  }

  @Test
  void aLineThatIsNoneIsNamed() throws IOException {
    Path file = written(NAMES + "1\t7\tbook\n");

    assertThatThrownBy(() -> HistoryFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 2: ")
        .hasMessageContaining("3 fields, the first line names 11");
  }

  private Path written(String content) throws IOException {
    return Files.writeString(folder.resolve("history.tsv"), content);
  }
}
