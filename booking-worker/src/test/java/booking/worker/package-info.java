/**
 * The worker as a process: its settings and what it says of its health.
 *
 * <p>Rules (rules.md) that are settings, all shown by {@link
 * booking.worker.WorkerConfigurationTest#theDefaultsAreThese}: hold time of 15 minutes (1),
 * retention of 30 days and the refund tiers (3), a room's zone and currency when it does not say
 * (5), no notification of a completed booking (6).
 */
@NullMarked
package booking.worker;

import org.jspecify.annotations.NullMarked;
