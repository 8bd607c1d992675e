/** Money and what a policy gives back of it. Pure: amounts and arithmetic, no slot, no clock. */
@NullMarked
package booking.worker.money;

import org.jspecify.annotations.NullMarked;
