/**
 * What can be seen from outside while a fault is on: which requests are decided, how often, and for
 * how long none was. It counts; the checker judges.
 */
@NullMarked
package booking.local.faults.watch;

import org.jspecify.annotations.NullMarked;
