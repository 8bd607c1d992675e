/**
 * The checker, checked: faults that a system could have, each put into evidence that was true, and
 * the invariant that has to see it.
 */
@NullMarked
package booking.local.checker.mutant;

import org.jspecify.annotations.NullMarked;
