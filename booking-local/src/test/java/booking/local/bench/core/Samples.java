package booking.local.bench.core;

import booking.schemas.BookingEvent;
import booking.schemas.BookingSnapshot;
import booking.schemas.BookingStatus;
import booking.schemas.PaymentStatus;
import booking.schemas.RefundTier;
import booking.schemas.TimeslotSnapshot;
import booking.schemas.fact.BookingHeld;
import booking.worker.money.Money;
import booking.worker.money.RefundPolicy;
import booking.worker.slot.Promise;
import booking.worker.slot.RequestRef;
import booking.worker.slot.Seats;
import booking.worker.slot.Slot;
import booking.worker.slot.SlotCommand;
import booking.worker.slot.Terms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;

/** A slot, a wish for it and what became of it, as large as they are in a house. */
final class Samples {

  static final Instant NOW = Instant.parse("2027-03-05T09:00:00Z");

  private static final Instant START = NOW.plus(Duration.ofDays(3));
  private static final Instant END = START.plus(Duration.ofMinutes(30));
  private static final String REQUEST = "0b1f8a52-6f0e-4a57-9a40-1f6d3f1c9b11";
  private static final String NOTES = "A projector and water for eight, please.";
  private static final int SEATS = 40;

  private Samples() {}

  static Slot slot() {
    RefundPolicy policy =
        new RefundPolicy(List.of(new RefundPolicy.Tier(24, 100), new RefundPolicy.Tier(6, 50)));
    Terms terms =
        new Terms(
            new Terms.RoomCard(3, "Blue room", ZoneId.of("UTC")),
            START,
            END,
            SEATS,
            new Money(2000, "EUR"),
            policy);
    return new Slot(4821, 8, terms, true, new Seats(7, 0, 7), NOW, NOW);
  }

  static SlotCommand book() {
    return new SlotCommand.Book(
        new RequestRef(REQUEST, 42),
        7,
        OptionalLong.empty(),
        new Promise.Wishes("meeting", NOTES, ""),
        Duration.ofMinutes(15));
  }

  static BookingEvent event() {
    List<RefundTier> policy = List.of(new RefundTier(24, 100), new RefundTier(6, 50));
    BigDecimal price = new BigDecimal("20.00");
    return BookingEvent.newBuilder()
        .setEventId("4821-9")
        .setTimeslotId(4821)
        .setVersion(9)
        .setOccurredAt(NOW)
        .setRequestId(REQUEST)
        .setRequestedBy(7L)
        .setFact(new BookingHeld())
        .setBookingAfter(
            BookingSnapshot.newBuilder()
                .setBookingId(482100008)
                .setUserId(7)
                .setTimeslotId(4821)
                .setRoomId(3)
                .setStatus(BookingStatus.PENDING)
                .setPaymentStatus(PaymentStatus.PENDING)
                .setPrice(price)
                .setCurrency("EUR")
                .setStartsAt(START)
                .setEndsAt(END)
                .setRefundPolicy(policy)
                .setBookingType("meeting")
                .setNotes(NOTES)
                .setHoldExpiresAt(NOW.plus(Duration.ofMinutes(15)))
                .setCreatedAt(NOW)
                .setUpdatedAt(NOW)
                .build())
        .setTimeslotAfter(
            new TimeslotSnapshot(
                4821L,
                9L,
                3L,
                "Blue room",
                "UTC",
                START,
                END,
                price,
                "EUR",
                policy,
                SEATS,
                true,
                8,
                0,
                NOW,
                NOW))
        .build();
  }
}
