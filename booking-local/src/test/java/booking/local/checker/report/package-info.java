/** What was looked at and what was found wrong, for people and for tables. It judges nothing. */
@NullMarked
package booking.local.checker.report;

import org.jspecify.annotations.NullMarked;
