package booking.worker.stream;

import booking.schemas.internal.ChangeTimeslot;
import booking.schemas.internal.CloseWithRoom;
import booking.schemas.internal.CreateTimeslot;
import booking.schemas.internal.SlotInstruction;
import booking.schemas.internal.SlotTerms;
import booking.worker.catalog.CatalogDecision.Generated;
import booking.worker.catalog.CatalogDecision.NewTimeslot;
import booking.worker.catalog.CatalogDecision.RoomUpdated;
import booking.worker.catalog.Room;
import booking.worker.money.Money;
import booking.worker.money.RefundPolicy;
import booking.worker.slot.BookingNumber;
import booking.worker.slot.SlotCommand;
import booking.worker.slot.Terms;
import java.time.DateTimeException;
import java.time.ZoneId;

/** What the catalogue tells the slots, in and out of Avro. */
final class InstructionTranslation {

  private final RefundPolicy housePolicy;

  InstructionTranslation(RefundPolicy housePolicy) {
    this.housePolicy = housePolicy;
  }

  /**
   * The command that an instruction carries.
   *
   * @throws UnusableException if it is none
   */
  static SlotCommand command(SlotInstruction instruction) {
    Bounds.check(
        BookingNumber.canBe(instruction.getTimeslotId()), "no slot can have this timeslotId");
    try {
      return command(instruction.getInstruction());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new UnusableException("no such slot: " + e.getMessage());
    }
  }

  private static SlotCommand command(Object told) {
    if (told instanceof CreateTimeslot create) {
      return new SlotCommand.Create(terms(create.getTerms()));
    } else if (told instanceof ChangeTimeslot change) {
      Terms.RoomCard room =
          new Terms.RoomCard(
              change.getRoomId(), change.getRoomName(), ZoneId.of(change.getTimeZone()));
      return new SlotCommand.Change(room, Tiers.toPolicy(change.getRefundPolicy()));
    } else if (told instanceof CloseWithRoom close) {
      return new SlotCommand.Close(close.getCancelBookings());
    }
    throw new UnusableException("unknown instruction " + told.getClass().getSimpleName());
  }

  CreateTimeslot create(Generated generated, NewTimeslot slot) {
    Room room = generated.room();
    return new CreateTimeslot(
        new SlotTerms(
            room.roomId(),
            room.details().name(),
            room.details().timeZone().getId(),
            slot.time().start(),
            slot.time().end(),
            generated.price().toDecimal(),
            generated.price().currency(),
            Tiers.toAvro(policy(room)),
            generated.plan().seats()));
  }

  ChangeTimeslot change(RoomUpdated updated) {
    Room room = updated.room();
    return new ChangeTimeslot(
        room.roomId(),
        room.details().name(),
        room.details().timeZone().getId(),
        Tiers.toAvro(policy(room)));
  }

  private RefundPolicy policy(Room room) {
    return room.details().refundPolicy().orElse(housePolicy);
  }

  private static Terms terms(SlotTerms terms) {
    return new Terms(
        new Terms.RoomCard(terms.getRoomId(), terms.getRoomName(), ZoneId.of(terms.getTimeZone())),
        terms.getStartsAt(),
        terms.getEndsAt(),
        terms.getMaxBookings(),
        Money.of(terms.getPrice(), terms.getCurrency()),
        Tiers.toPolicy(terms.getRefundPolicy()));
  }
}
