package booking.gateway.limit;

import java.util.regex.Pattern;

/** Where a call comes from, as far as one client can be told from another. */
final class ClientAddress {

  private static final Pattern NETWORK = Pattern.compile("\\[?((?:[0-9a-fA-F]{0,4}:){4}).*");

  private ClientAddress() {}

  /**
   * An IPv4 address as it is; of an IPv6 address the first half, because one household has all of
   * the second.
   *
   * @param address as the server tells it, an IPv6 address with all its zeros
   */
  static String of(String address) {
    var network = NETWORK.matcher(address);
    return network.matches() ? network.group(1) : address;
  }
}
