/** The worker as a process: its settings and what it says of its health. */
@NullMarked
package booking.worker;

import org.jspecify.annotations.NullMarked;
