package booking.local.house.canary.booking.schemas;

import booking.local.house.canary.booking.gateway.KnowsTheWorker;

/** A contract that knows one who keeps it. */
public record KnowsTheGateway(KnowsTheWorker gateway) {}
