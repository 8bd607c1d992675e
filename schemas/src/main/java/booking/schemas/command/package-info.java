/**
 * What can be asked: the branches of {@code BookingRequest.command} and {@code
 * CatalogRequest.command}. Generated, so a field that is absent is null; nothing is written here.
 */
@NullUnmarked
package booking.schemas.command;

import org.jspecify.annotations.NullUnmarked;
