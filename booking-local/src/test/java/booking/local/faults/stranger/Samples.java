package booking.local.faults.stranger;

import booking.schemas.Actor;
import booking.schemas.BookingRequest;
import booking.schemas.CatalogRequest;
import booking.schemas.PaymentFailed;
import booking.schemas.PaymentSucceeded;
import booking.schemas.RefundSettled;
import booking.schemas.Role;
import booking.schemas.SettlementStatus;
import booking.schemas.Topics;
import booking.schemas.command.Book;
import booking.schemas.command.UpdateRoom;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** A record of the contract for each topic that the worker reads from others. */
final class Samples {

  private Samples() {}

  /** Of each topic one that the worker would take, as bytes. */
  static Map<String, byte[]> of(Stranger stranger, long slot) {
    Map<String, byte[]> samples = new LinkedHashMap<>();
    samples.put(
        Topics.BOOKING_REQUESTS.name(),
        stranger.bytes(
            Topics.BOOKING_REQUESTS,
            request(slot, new Actor(666L, Role.USER), new Book(null, null, null, null))));
    samples.put(
        Topics.CATALOG_REQUESTS.name(),
        stranger.bytes(
            Topics.CATALOG_REQUESTS,
            new CatalogRequest(id(), 1L, 0, new Actor(1L, Role.ADMIN), nothingNew())));
    samples.put(
        Topics.PAYMENT_SUCCEEDED.name(),
        stranger.bytes(
            Topics.PAYMENT_SUCCEEDED,
            new PaymentSucceeded(id(), slot, new BigDecimal("1.00"), "EUR", Instant.EPOCH)));
    samples.put(
        Topics.PAYMENT_FAILED.name(),
        stranger.bytes(
            Topics.PAYMENT_FAILED, new PaymentFailed(id(), slot, "no cover", Instant.EPOCH)));
    samples.put(
        Topics.REFUND_SETTLED.name(),
        stranger.bytes(
            Topics.REFUND_SETTLED,
            new RefundSettled(id(), id(), slot, SettlementStatus.FAILED, "", Instant.EPOCH)));
    return samples;
  }

  /** A request with an id of its own. */
  static BookingRequest request(long slot, Actor actor, SpecificRecord command) {
    return new BookingRequest(id(), 1L, 0, actor, slot, command);
  }

  static String id() {
    return UUID.randomUUID().toString();
  }

  private static UpdateRoom nothingNew() {
    return new UpdateRoom(
        1L, null, null, null, null, null, null, null, null, null, null, List.of(), false);
  }
}
