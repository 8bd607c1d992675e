/** What servers need of the machine that they run on: ports and folders. Nothing of any server. */
@NullMarked
package booking.local.machine;

import org.jspecify.annotations.NullMarked;
