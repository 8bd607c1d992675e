package booking.worker.slot;

import java.util.List;

/** The cells that the decision tables must have: each of these commands in each of these states. */
final class Cells {

  static final List<String> STATES =
      List.of(
          "no slot",
          "free",
          "free of charge",
          "held",
          "held, one seat left",
          "held, payment p9 failed",
          "held, wrong amount came",
          "hold run out",
          "hold expired",
          "hold expired, seat taken",
          "hold expired, held again",
          "confirmed",
          "confirmed after all",
          "confirmed, free of charge",
          "taken by another",
          "completed",
          "completed, free of charge",
          "no-show",
          "cancelled unpaid",
          "cancelled, all back",
          "cancelled, half back",
          "cancelled, nothing back",
          "cancelled, free of charge",
          "cancelled by the venue",
          "cancelled unpaid by the venue",
          "refund succeeded",
          "refund failed",
          "closed",
          "closed, held",
          "closed, hold expired",
          "closed, confirmed",
          "started",
          "started, hold expired",
          "started, confirmed",
          "ended",
          "ended, confirmed",
          "exhausted");

  static final List<String> COMMANDS =
      List.of(
          "create 1 seat at 40.00 EUR",
          "change the room's name to Red Room",
          "change the refund policy to all back 48 h before",
          "change nothing",
          "book by 7",
          "book by 8",
          "book by 8 in room 5",
          "book by 8 in room 6",
          "cancel #1 by 7",
          "cancel #1 by 8",
          "cancel #9 by 7",
          "venue cancels #1",
          "venue cancels #9",
          "no-show #1",
          "no-show #9",
          "close",
          "close and cancel bookings",
          "open",
          "pay #1 with p9: 40.00 EUR",
          "pay #1 with p9: 39.99 EUR",
          "pay #1 with p9: 40.00 USD",
          "pay #9 with p9: 40.00 EUR",
          "payment p9 of #1 fails",
          "payment p9 of #9 fails",
          "refund of p1 for #1 succeeds",
          "refund of p1 for #1 fails",
          "refund of p9 for #9 succeeds",
          "refund of p9 for #9 fails",
          "time passes",
          "slot ends");

  private Cells() {}
}
