package booking.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import booking.local.checker.report.Finding;
import booking.local.checker.report.Report;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckerJudgeTest {

  @Test
  void anInvariantThatSawNothingFailsTheRun() {
    Finding seen =
        new Finding("I1", "no seat sold twice", Map.of("versions", 7L), Map.of(), List.of());
    Finding blind = new Finding("I3", "received = kept + refunded", Map.of(), Map.of(), List.of());

    assertThat(CheckerJudge.verdict(new Report(List.of(seen, blind), Map.of())).violations())
        .containsExactly("I3: there was nothing to look at");
  }
}
