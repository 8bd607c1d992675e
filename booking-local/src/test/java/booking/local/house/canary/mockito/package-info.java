/** Poses as a mocking framework. */
@NullMarked
package booking.local.house.canary.mockito;

import org.jspecify.annotations.NullMarked;
