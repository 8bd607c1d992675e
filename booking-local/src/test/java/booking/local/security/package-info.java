/**
 * A Kafka that lets nobody in unnamed, and gives each no more than {@code docs/operations.md} says.
 * It reads the page's own table and file, so that whoever follows the page has what was tried here.
 */
@NullMarked
package booking.local.security;

import org.jspecify.annotations.NullMarked;
