/** Figures for people and machines: a table, JSON, a picture. Measures nothing. */
@NullMarked
package booking.local.bench.report;

import org.jspecify.annotations.NullMarked;
