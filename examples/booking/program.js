import { SettingError } from './settings.js';
import { NotStarted } from './topics.js';

/**
 * Runs a service until it is told to stop or cannot go on. `start` is given `keep`, which takes
 * what is to be closed at the end, and `fail`, which ends the service with a reason.
 */
export async function run(start) {
  const open = [];
  let stopping = false;

  async function stop(exitCode) {
    if (stopping) {
      return;
    }
    stopping = true;
    for (const part of open.reverse()) {
      await part.close().catch((failure) => console.error(`Not closed: ${failure.message}`));
    }
    process.exitCode = exitCode;
    console.log('Stopped.');
  }

  function fail(why) {
    console.error(why);
    // Not awaited: who says that it cannot go on is often what has to be closed.
    void stop(1);
  }

  process.once('SIGINT', () => stop(0));
  process.once('SIGTERM', () => stop(0));
  try {
    await start({ keep: (part) => open.push(part), fail });
  } catch (failure) {
    const expected = failure instanceof NotStarted || failure instanceof SettingError;
    fail(`Not started. ${expected ? failure.message : failure.stack}`);
  }
}
