package booking.worker.stream;

/** The names of the sinks to internal topics; a sink to a topic of the contract has its name. */
final class Sinks {

  static final String PAYMENTS_BY_ID = "to-" + InternalTopics.PAYMENTS_BY_ID;
  static final String SLOT_PAYMENTS = "to-" + InternalTopics.SLOT_PAYMENTS;
  static final String SLOT_COMMANDS = "to-" + InternalTopics.SLOT_COMMANDS;
  static final String SLOT_TICKS = "to-" + InternalTopics.SLOT_TICKS;

  private Sinks() {}
}
