/**
 * Tests of the whole system as its users meet it: over HTTP, over Kafka, and by what happens to its
 * processes. What one class decides by itself is tested beside that class, not here.
 */
@NullMarked
package booking.local;

import org.jspecify.annotations.NullMarked;
