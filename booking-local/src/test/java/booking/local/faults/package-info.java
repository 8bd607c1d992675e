/**
 * The fault harness: it runs the whole system as processes, keeps customers busy, strikes one fault
 * after the other, and says of each what it cost. What is struck and how is in the packages below;
 * whether all is right afterwards is for the checker to say.
 */
@NullMarked
package booking.local.faults;

import org.jspecify.annotations.NullMarked;
