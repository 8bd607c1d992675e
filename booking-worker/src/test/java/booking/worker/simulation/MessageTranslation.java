package booking.worker.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import booking.schemas.Actor;
import booking.schemas.AvroSerializer;
import booking.schemas.BookingRequest;
import booking.schemas.CatalogRequest;
import booking.schemas.PaymentFailed;
import booking.schemas.PaymentSucceeded;
import booking.schemas.RefundSettled;
import booking.schemas.RefundTier;
import booking.schemas.Role;
import booking.schemas.RoomType;
import booking.schemas.SettlementStatus;
import booking.schemas.Topics;
import booking.schemas.command.Book;
import booking.schemas.command.Cancel;
import booking.schemas.command.CancelByVenue;
import booking.schemas.command.CloseTimeslot;
import booking.schemas.command.CreateRoom;
import booking.schemas.command.GenerateTimeslots;
import booking.schemas.command.MarkNoShow;
import booking.schemas.command.OpenTimeslot;
import booking.schemas.command.UpdateRoom;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Messages into the contract's records, and those into bytes. */
final class MessageTranslation {

  private final AvroSerializer<SpecificRecord> serializer = new AvroSerializer<>();

  MessageTranslation(Map<String, String> settings) {
    serializer.configure(settings, false);
  }

  static String key(Message message) {
    if (message instanceof Message.Ask ask) {
      return Long.toString(ask.slot());
    } else if (message instanceof Message.CatalogAsk) {
      return Topics.CATALOG_KEY;
    } else if (message instanceof Message.Pay pay) {
      return pay.paymentId();
    } else if (message instanceof Message.PayFailed failed) {
      return failed.paymentId();
    } else if (message instanceof Message.Settle settle) {
      return settle.refundId();
    }
    return ((Message.Garbage) message).key();
  }

  byte[] value(Message message, Instant at) {
    return message instanceof Message.Garbage
        ? "no record at all".getBytes(UTF_8)
        : serializer.serialize(message.topic(), record(message, at));
  }

  private static SpecificRecord record(Message message, Instant at) {
    if (message instanceof Message.Ask ask) {
      return new BookingRequest(
          ask.by().requestId(),
          ask.by().fingerprint(),
          0,
          actor(ask.by()),
          ask.slot(),
          command(ask));
    } else if (message instanceof Message.CatalogAsk ask) {
      return new CatalogRequest(
          ask.by().requestId(), ask.by().fingerprint(), 0, actor(ask.by()), command(ask));
    } else if (message instanceof Message.Pay pay) {
      return new PaymentSucceeded(
          pay.paymentId(), pay.booking(), money(pay.cents()), pay.currency(), at);
    } else if (message instanceof Message.PayFailed failed) {
      return new PaymentFailed(failed.paymentId(), failed.booking(), "card declined", at);
    } else if (message instanceof Message.Settle settle) {
      SettlementStatus status =
          settle.succeeded() ? SettlementStatus.SUCCEEDED : SettlementStatus.FAILED;
      return new RefundSettled(
          settle.refundId(), settle.paymentId(), settle.booking(), status, "as asked", at);
    }
    throw new IllegalStateException("No record for " + message);
  }

  private static Actor actor(Message.Asker by) {
    return new Actor(by.user(), by.admin() ? Role.ADMIN : Role.USER);
  }

  private static SpecificRecord command(Message.Ask ask) {
    return switch (ask.verb()) {
      case BOOK -> new Book(ask.target() == 0 ? null : ask.target(), null, null, null);
      case CANCEL -> new Cancel(ask.target());
      case CANCEL_BY_VENUE -> new CancelByVenue(ask.target());
      case NO_SHOW -> new MarkNoShow(ask.target());
      case CLOSE -> new CloseTimeslot(ask.cancelBookings());
      case OPEN -> new OpenTimeslot();
    };
  }

  private static SpecificRecord command(Message.CatalogAsk ask) {
    if (ask instanceof Message.NewRoom room) {
      return CreateRoom.newBuilder().setName(room.name()).setRoomType(RoomType.MEETING).build();
    } else if (ask instanceof Message.Generate plan) {
      return new GenerateTimeslots(
          plan.room(),
          plan.day(),
          plan.day().plusDays(1),
          60,
          LocalTime.of(plan.opens(), 0),
          LocalTime.of(plan.closes(), 0),
          plan.seats(),
          money(plan.cents()));
    }
    Message.RoomChange change = (Message.RoomChange) ask;
    UpdateRoom.Builder update = UpdateRoom.newBuilder().setRoomId(change.room());
    if (change.policy().isEmpty()) {
      update.setActive(change.active()).setCancelBookings(change.cancelBookings());
    } else {
      update.setRefundPolicy(tiers(change.policy()));
    }
    return update.build();
  }

  private static List<RefundTier> tiers(List<Message.Tier> policy) {
    return policy.stream().map(tier -> new RefundTier(tier.hours(), tier.percent())).toList();
  }

  private static BigDecimal money(long cents) {
    return BigDecimal.valueOf(cents, 2);
  }
}
