package booking.worker.catalog;

import booking.worker.money.Money;
import booking.worker.money.RefundPolicy;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What an admin says of a room.
 *
 * @param name 1 to 100 characters, unique among active rooms
 * @param description empty if not given
 * @param capacity people, 1 or more
 * @param rate what an hour costs
 * @param refundPolicy its own, if it has one
 * @param metadata a JSON object, empty if not given
 */
public record RoomDetails(
    String name,
    String description,
    RoomType type,
    int capacity,
    Rate rate,
    ZoneId timeZone,
    boolean active,
    Optional<RefundPolicy> refundPolicy,
    String metadata) {

  /**
   * What an hour in a room costs.
   *
   * @param anHour empty: not priced, so that each generation has to say a price
   * @param currency ISO 4217, also of prices that a generation says
   */
  public record Rate(Optional<Money> anHour, String currency) {

    /** The same hourly amount in another currency. */
    Rate in(String newCurrency) {
      return new Rate(anHour.map(money -> new Money(money.cents(), newCurrency)), newCurrency);
    }
  }
}
