/** Hours under load with a fault every now and then: what only grows slowly is seen here. */
@NullMarked
package booking.local.faults.soak;

import org.jspecify.annotations.NullMarked;
