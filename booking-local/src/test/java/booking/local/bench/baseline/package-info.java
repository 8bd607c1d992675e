/**
 * What the system is measured against: the same work as others would do it, or as little work as
 * the engine allows, with the same care for settings. Programs of their own, as the system's are.
 */
@NullMarked
package booking.local.bench.baseline;

import org.jspecify.annotations.NullMarked;
