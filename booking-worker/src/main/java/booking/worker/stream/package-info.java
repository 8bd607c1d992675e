/**
 * Moves messages and remembers state: reads requests, payments and ticks, lets {@code slot} and
 * {@code catalog} decide, stores what the decision leaves and sends what it says. {@link
 * booking.worker.stream.BookingTopology} is the whole graph on one screen.
 *
 * <p>No rule is decided here. A processor decodes and decides first and stores and forwards last,
 * so that what cannot be read or decided leaves nothing behind but a dead letter.
 */
@NullMarked
package booking.worker.stream;

import org.jspecify.annotations.NullMarked;
