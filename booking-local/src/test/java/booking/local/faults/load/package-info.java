/**
 * Those who use the system while it is struck: customers who book, pay, read and cancel, an admin
 * who closes and opens slots, the payment service and the notification service. All of them write
 * down what they were told, and none of them knows of faults.
 */
@NullMarked
package booking.local.faults.load;

import org.jspecify.annotations.NullMarked;
