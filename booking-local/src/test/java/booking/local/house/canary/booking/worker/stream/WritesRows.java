package booking.local.house.canary.booking.worker.stream;

import booking.local.house.canary.booking.worker.readmodel.DecidesByItself;

/** A topology that waits for Postgres. */
public record WritesRows(DecidesByItself table) {}
