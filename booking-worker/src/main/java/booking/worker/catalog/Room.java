package booking.worker.catalog;

import java.time.Instant;

/**
 * A room as it stands.
 *
 * @param roomId 1, 2, 3 …
 * @param version of the catalogue's event that last changed it
 */
public record Room(
    long roomId, long version, RoomDetails details, Instant createdAt, Instant updatedAt) {}
