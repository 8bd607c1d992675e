/**
 * Dead letters for the people who look after them: found, shown, and sent again to where they came
 * from. The worker writes them in {@code stream}; nothing here decides what becomes one, nor
 * changes a byte of it.
 */
@NullMarked
package booking.worker.deadletter;

import org.jspecify.annotations.NullMarked;
