package booking.local.house.canary.booking.gateway;

import booking.local.house.canary.booking.worker.slot.TalksToKafka;

/** A gateway that decides. */
public record KnowsTheWorker(TalksToKafka rule) {}
