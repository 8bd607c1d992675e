/**
 * The checker: a second bookkeeper. It reads the raw log and the raw tables and says whether what
 * must always be true is true, by its own reading of {@code docs} and contract. It knows no class
 * of the worker, the gateway or the schemas, so that a mistake which they share cannot hide.
 */
@NullMarked
package booking.local.checker;

import org.jspecify.annotations.NullMarked;
