package booking.local.broker;

/**
 * The two ports of a broker that is its own controller.
 *
 * @param clients where producers and consumers connect
 * @param controller where the broker talks to itself; any free one, it may change with each start
 */
public record BrokerPorts(int clients, int controller) {}
