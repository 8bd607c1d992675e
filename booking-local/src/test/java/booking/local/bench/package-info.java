/**
 * How fast the system is, each figure beside its baseline from the same run. What is measured is in
 * {@code part}, what it is measured against in {@code baseline}. No test: machines are noisy.
 */
@NullMarked
package booking.local.bench;

import org.jspecify.annotations.NullMarked;
