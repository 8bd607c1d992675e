package booking.local.house.canary.booking.worker.readmodel;

import booking.local.house.canary.booking.worker.slot.TalksToKafka;

/** A read model with rules of its own. */
public record DecidesByItself(TalksToKafka rule) {}
