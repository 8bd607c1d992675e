package booking.local.house.canary.booking.worker;

import booking.local.house.canary.booking.gateway.KnowsTheWorker;

/** A worker that knows who asks. */
public record KnowsWhoAsks(KnowsTheWorker gateway) {}
