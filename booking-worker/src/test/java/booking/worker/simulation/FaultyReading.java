package booking.worker.simulation;

import booking.schemas.BookingSnapshot;
import booking.schemas.RequestResult;
import booking.worker.simulation.Message.Ask;
import booking.worker.simulation.Message.Asker;
import booking.worker.simulation.Message.Generate;
import booking.worker.simulation.Message.Pay;
import booking.worker.simulation.Message.Verb;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Faults that make the worker decide another question, or the same at another time. */
final class FaultyReading {

  private FaultyReading() {}

  /** One seat more than there are is sold. */
  static final class OneSeatMore implements Fault {
    @Override
    public Message in(Message sent) {
      return sent instanceof Generate g
          ? new Generate(g.by(), g.room(), g.day(), g.opens(), g.closes(), g.seats() + 1, g.cents())
          : sent;
    }
  }

  /** A repeated request is decided as if it were new. */
  static final class DedupOff implements Fault {
    private static final String MARK = "#";
    private final Set<String> seen = new HashSet<>();

    @Override
    public Message in(Message sent) {
      if (!(sent instanceof Ask ask) || seen.add(ask.by().requestId())) {
        return sent;
      }
      String other = ask.by().requestId() + MARK + seen.size();
      seen.add(other);
      return FaultyReading.by(ask, new Asker(other, 0, ask.by().user(), ask.by().admin()));
    }

    @Override
    public List<Emitted> out(Emitted right) {
      if (!(right.value() instanceof RequestResult result)) {
        return List.of(right);
      }
      String id = result.getRequestId().split(MARK)[0];
      RequestResult asAsked = RequestResult.newBuilder(result).setRequestId(id).build();
      return List.of(new Emitted(right.topic(), asAsked));
    }
  }

  /** A booking gets a seat only when a tick has said that the hold before it ran out. */
  static final class ExpiredHoldIsLive implements Fault {
    private final BookingsTold told = new BookingsTold();

    @Override
    public Instant at(Message sent, Instant right) {
      return sent instanceof Ask ask && ask.verb() == Verb.BOOK
          ? told.dueHold(ask.slot(), right).map(until -> until.minusMillis(1)).orElse(right)
          : right;
    }

    @Override
    public List<Emitted> out(Emitted right) {
      return told.note(right);
    }
  }

  /** A payment after the hold is sent back though the seat is still there. */
  static final class LatePaymentAlwaysRefunded implements Fault {
    private final BookingsTold told = new BookingsTold();

    @Override
    public Instant at(Message sent, Instant right) {
      return sent instanceof Pay pay
          ? told.expired(pay.booking()).map(BookingSnapshot::getStartsAt).orElse(right)
          : right;
    }

    @Override
    public List<Emitted> out(Emitted right) {
      return told.note(right);
    }
  }

  /** A cent too much is taken for the price. */
  static final class AmountNotCompared implements Fault {
    private final BookingsTold told = new BookingsTold();

    @Override
    public Message in(Message sent) {
      return sent instanceof Pay pay
          ? told.booking(pay.booking())
              .map(booking -> Seen.cents(booking.getPrice()))
              .filter(price -> price + 1 == pay.cents())
              .<Message>map(price -> new Pay(pay.paymentId(), pay.booking(), price, pay.currency()))
              .orElse(sent)
          : sent;
    }

    @Override
    public List<Emitted> out(Emitted right) {
      return told.note(right);
    }
  }

  /** One payment pays two bookings. */
  static final class PaymentSpentTwice implements Fault {
    private final Map<String, Long> spent = new HashMap<>();

    @Override
    public Message in(Message sent) {
      if (sent instanceof Pay pay) {
        Long first = spent.putIfAbsent(pay.paymentId(), pay.booking());
        if (first != null && first != pay.booking()) {
          String other = pay.paymentId() + "-" + pay.booking();
          return new Pay(other, pay.booking(), pay.cents(), pay.currency());
        }
      }
      return sent;
    }
  }

  /** Whoever knows a booking's number may cancel it. */
  static final class OwnerNotChecked implements Fault {
    private final BookingsTold told = new BookingsTold();

    @Override
    public Message in(Message sent) {
      return sent instanceof Ask ask && ask.verb() == Verb.CANCEL
          ? told.booking(ask.target())
              .<Message>map(booking -> FaultyReading.by(ask, as(ask.by(), booking.getUserId())))
              .orElse(sent)
          : sent;
    }

    private static Asker as(Asker by, long user) {
      return new Asker(by.requestId(), by.fingerprint(), user, by.admin());
    }

    @Override
    public List<Emitted> out(Emitted right) {
      return told.note(right);
    }
  }

  private static Ask by(Ask ask, Asker by) {
    return new Ask(by, ask.verb(), ask.slot(), ask.target(), ask.cancelBookings());
  }
}
