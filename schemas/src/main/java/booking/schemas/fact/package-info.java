/**
 * What can happen: the branches of {@code BookingEvent.fact} and {@code CatalogEvent.fact}.
 * Generated, so a field that is absent is null; nothing is written here.
 */
@NullUnmarked
package booking.schemas.fact;

import org.jspecify.annotations.NullUnmarked;
