import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * What was done before, by its id, over restarts. Kafka brings every record at least once, so
 * whoever acts on one asks here first. A service with a database keeps this there, in the
 * transaction that acts.
 */
export class Remembered {
  #file;
  #outcomes;

  constructor(file) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    this.#outcomes = new Map(lines.flatMap(entries));
  }

  has(id) {
    return this.#outcomes.has(id);
  }

  get(id) {
    return this.#outcomes.get(id);
  }

  remember(id, outcome = true) {
    // On a line of its own also when a kill has left half of one.
    appendFileSync(this.#file, `\n${JSON.stringify([id, outcome])}`);
    this.#outcomes.set(id, outcome);
  }
}

/** The entry that a line holds; none for an empty line, or for half of one. */
function entries(line) {
  try {
    return [JSON.parse(line)];
  } catch {
    // What it would have said is done again.
    return [];
  }
}
