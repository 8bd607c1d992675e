/** What is measured, a class for each part of the table. What is compared with is elsewhere. */
@NullMarked
package booking.local.bench.part;

import org.jspecify.annotations.NullMarked;
