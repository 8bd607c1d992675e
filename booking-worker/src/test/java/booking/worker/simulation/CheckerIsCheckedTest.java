package booking.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class CheckerIsCheckedTest {

  private static final Logger LOG = LoggerFactory.getLogger(CheckerIsCheckedTest.class);
  private static final int SEEDS = 24;
  private static final int VERDICT_LENGTH = 90;

  /** What each panel says of a fault; empty if it notices nothing. */
  private record Verdicts(DeliberateFault fault, String byModel, String byAudits) {

    static Verdicts on(DeliberateFault fault) {
      return new Verdicts(
          fault,
          verdict(() -> run(fault, Judges.Panel.MODEL)),
          verdict(() -> run(fault, Judges.Panel.AUDITS)));
    }

    boolean isNone() {
      return byModel.isEmpty() && byAudits.isEmpty();
    }

    String line() {
      return "%-28s | %-90s | %s".formatted(fault, byModel, byAudits);
    }
  }

  @Test
  void everyDeliberateFaultIsCaught() {
    List<Verdicts> all =
        AtOnce.all(
            Stream.of(DeliberateFault.values())
                .<Callable<Verdicts>>map(fault -> () -> Verdicts.on(fault))
                .toList());
    List<DeliberateFault> escaped =
        all.stream().filter(Verdicts::isNone).map(Verdicts::fault).toList();
    LOG.info(
        "deliberate faults caught={} of={} (fault | by the model | by the audits)\n{}",
        all.size() - escaped.size(),
        all.size(),
        all.stream().map(Verdicts::line).collect(Collectors.joining("\n")));
    assertThat(escaped).isEmpty();
  }

  @Test
  void aSeedAloneFailsAtTheStepWhereItFailedAmongItsNeighbours() {
    String together = verdict(1, SEEDS, DeliberateFault.LATE_PAYMENT_ALWAYS_REFUNDED);
    Matcher found = Pattern.compile("seed=(\\d+) step=\\d+").matcher(together);
    assertThat(found.find()).isTrue();
    String alone =
        verdict(Long.parseLong(found.group(1)), 1, DeliberateFault.LATE_PAYMENT_ALWAYS_REFUNDED);
    assertThat(alone).startsWith(found.group());
  }

  @Test
  void withoutAFaultNobodyComplains() {
    assertThat(Simulation.run(1, SEEDS, () -> Fault.NONE, Judges.Panel.BOTH)).isNotEmpty();
  }

  private static void run(DeliberateFault fault, Judges.Panel panel) {
    Simulation.run(1, SEEDS, fault::make, panel);
  }

  private static String verdict(long firstSeed, int seeds, DeliberateFault fault) {
    return verdict(() -> Simulation.run(firstSeed, seeds, fault::make, Judges.Panel.BOTH));
  }

  /** What the judges say first, in short; empty if they notice nothing. */
  private static String verdict(Runnable simulation) {
    try {
      simulation.run();
      return "";
    } catch (AssertionError error) {
      String text = String.valueOf(error.getMessage()).lines().findFirst().orElse("");
      return text.substring(0, Math.min(VERDICT_LENGTH, text.length()));
    }
  }
}
