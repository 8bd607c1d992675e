/**
 * The worker as a process: its settings, its health, its start and its end. What it decides is in
 * {@code slot} and {@code catalog}, how messages move in {@code stream}, what Postgres shows in
 * {@code readmodel}.
 */
@NullMarked
package booking.worker;

import org.jspecify.annotations.NullMarked;
