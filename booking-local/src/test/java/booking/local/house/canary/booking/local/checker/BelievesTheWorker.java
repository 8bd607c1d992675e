package booking.local.house.canary.booking.local.checker;

import booking.local.house.canary.booking.worker.slot.TalksToKafka;

/** A checker that asks the worker what is right. */
public record BelievesTheWorker(TalksToKafka rule) {}
