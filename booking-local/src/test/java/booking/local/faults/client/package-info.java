/** Faults of those who call the gateways: too many, too often, twice, or for somebody else. */
@NullMarked
package booking.local.faults.client;

import org.jspecify.annotations.NullMarked;
