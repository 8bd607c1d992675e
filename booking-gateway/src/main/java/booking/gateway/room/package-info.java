/**
 * Rooms over HTTP: what anyone sees of them, and how admins make and change them.
 *
 * <p>What a room's slots cost and when they are does not belong here.
 */
@NullMarked
package booking.gateway.room;

import org.jspecify.annotations.NullMarked;
