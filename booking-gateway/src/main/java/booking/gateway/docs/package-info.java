/**
 * The API described: a document made from the resources themselves, and a page to try it.
 *
 * <p>What a single call does is described at that call, not here.
 */
@NullMarked
package booking.gateway.docs;

import org.jspecify.annotations.NullMarked;
