/**
 * The read side of Confluent's schema registry protocol over the schemas bundled in the jar.
 * Nothing new can be registered: the contract is changed in the source, not at run time.
 */
@NullMarked
package booking.local.sandbox.registry;

import org.jspecify.annotations.NullMarked;
