/**
 * The system as the operating system's processes on this machine, each of which can be stopped,
 * killed and frozen. Nothing here knows what the processes are for.
 */
@NullMarked
package booking.local.faults.cluster;

import org.jspecify.annotations.NullMarked;
