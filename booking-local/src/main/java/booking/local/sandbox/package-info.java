/**
 * The neighbours that a real deployment brings, in one small program for one machine: who issues
 * tokens, who takes payments and pays refunds, who sends notifications.
 *
 * <p>It knows the system as any stranger does, by its topics and its HTTP calls, and decides
 * nothing about bookings.
 */
@NullMarked
package booking.local.sandbox;

import org.jspecify.annotations.NullMarked;
