/** What clients saw: their calls and the answers, one after another, as they wrote them down. */
@NullMarked
package booking.local.checker.history;

import org.jspecify.annotations.NullMarked;
