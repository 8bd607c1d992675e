/**
 * Tables in text files, which people from the business can read and tests execute. Knows how a
 * table is written, nothing of what is in it.
 */
@NullMarked
package booking.worker.table;

import org.jspecify.annotations.NullMarked;
