/** The whole topology on a driven clock, through the doors that messages use. No broker. */
@NullMarked
package booking.worker.stream;

import org.jspecify.annotations.NullMarked;
