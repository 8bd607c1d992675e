/**
 * Random worlds against the whole topology, judged twice: by a reference model that was written
 * from the rules alone, and by audits that read nothing but the topics. Here live the worlds, the
 * judges, the worker on a driven clock and the deliberate faults that prove the judges awake.
 * Nothing here may use the classes that decide; only the topology as a whole and the contract's
 * records.
 */
@NullMarked
package booking.worker.simulation;

import org.jspecify.annotations.NullMarked;
