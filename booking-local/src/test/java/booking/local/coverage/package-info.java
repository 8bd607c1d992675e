/**
 * How much of all modules together the tests of all modules together run through. It is counted
 * here, after the last test, since only this module is built after all others.
 */
@NullMarked
package booking.local.coverage;

import org.jspecify.annotations.NullMarked;
