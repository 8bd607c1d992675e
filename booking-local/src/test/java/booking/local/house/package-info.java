/**
 * The rules of the house that a machine can check, over the classes and the tests of all modules.
 * Each rule comes with a canary: a class that breaks it, to show that the rule can fail.
 */
@NullMarked
package booking.local.house;

import org.jspecify.annotations.NullMarked;
