/**
 * How a request that cannot be granted is answered: every error leaves as one JSON shape, and every
 * code meets its HTTP status here and nowhere else.
 *
 * <p>No booking rule belongs here: the worker refuses, this package words it.
 */
@NullMarked
package booking.gateway.problem;

import org.jspecify.annotations.NullMarked;
