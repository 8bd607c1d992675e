package booking.worker;

import booking.worker.readmodel.Rebuild;
import net.sourceforge.argparse4j.inf.Namespace;

/** The command that makes Postgres anew from the events, while the system runs. */
final class RebuildCommand extends OperatorCommand {

  RebuildCommand(Surroundings surroundings) {
    super("rebuild", "Makes Postgres anew from the events and swaps it in", surroundings);
  }

  @Override
  boolean answer(Namespace arguments, WorkerConfiguration settings) {
    new Rebuild(settings.postgres().address(), settings.eventSource(), this::say).run();
    say("Swapped: gateways read the new tables now.");
    say("Next: ask with verify. A worker whose health says that its read model has stopped");
    say("goes on only after a restart; all others have gone on by themselves.");
    return true;
  }
}
