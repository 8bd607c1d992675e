/** The system that is measured, what is put into it, and how to see that it is done with it. */
@NullMarked
package booking.local.bench.stage;

import org.jspecify.annotations.NullMarked;
