package booking.local.bench.client;

import java.util.List;
import java.util.stream.LongStream;

/** Bookings as HTTP calls, each of another customer or for another slot than all before. */
public final class Calls {

  private static final String PATH = "/api/v1/bookings";

  private final List<String> bearers;
  private final long slots;
  private long made;

  /**
   * @param bearers of the customers, whose number divides that of the slots
   * @param slots that are spread over, from 1 on
   */
  public Calls(List<String> bearers, long slots) {
    this.bearers = List.copyOf(bearers);
    this.slots = slots;
  }

  /** So many calls for slots one after the other. */
  public List<byte[]> spread(int calls) {
    return LongStream.range(0, calls).mapToObj(any -> nextSpread()).toList();
  }

  /** One call of each customer, all for this slot. */
  public List<byte[]> hot(long slot) {
    return bearers.stream().map(bearer -> call(bearer, slot)).toList();
  }

  private byte[] nextSpread() {
    long round = made / slots;
    long slot = 1 + made % slots;
    // A customer gets to a slot a second time only after all others did.
    String bearer = bearers.get((int) ((made + round) % bearers.size()));
    made++;
    return call(bearer, slot);
  }

  private static byte[] call(String bearer, long slot) {
    return Connection.post(
        PATH,
        bearer,
        "{\"timeslotId\":"
            + slot
            + ",\"bookingType\":\"meeting\",\"notes\":\"A projector and water for eight, please.\"}");
  }
}
