/**
 * The gateway's process: its settings, its main, and how its parts are put together.
 *
 * <p>Nothing that answers a request belongs here; each concept has a package of its own below.
 */
@NullMarked
package booking.gateway;

import org.jspecify.annotations.NullMarked;
