/** What operators are shown of dead letters, and which bytes are sent again. */
@NullMarked
package booking.worker.deadletter;

import org.jspecify.annotations.NullMarked;
