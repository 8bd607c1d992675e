/** What the core costs by itself, in nanoseconds, measured by JMH in a JVM of its own. */
@NullMarked
package booking.local.bench.core;

import org.jspecify.annotations.NullMarked;
