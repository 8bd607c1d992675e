/**
 * Money and refund policies, shown: exact cents, rounded half up ({@link
 * booking.worker.money.MoneyTest}); tiers inclusive for the customer, never more back for coming
 * later ({@link booking.worker.money.RefundPolicyTest}); rules.md, section 3, "Refund policy".
 */
@NullMarked
package booking.worker.money;

import org.jspecify.annotations.NullMarked;
