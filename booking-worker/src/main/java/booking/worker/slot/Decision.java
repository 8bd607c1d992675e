package booking.worker.slot;

import java.util.List;

/**
 * The answer to one command, and what happened in the slot.
 *
 * @param events in order; may hold expired holds even when the answer is a refusal
 * @param answer to the one who asked
 */
public record Decision(List<SlotEvent> events, Answer answer) {

  /** What the one who asked is told. */
  public sealed interface Answer {}

  /** It was done, or nothing needed to be done. */
  public record Accepted() implements Answer {}

  /**
   * It was not done.
   *
   * @param detail in words, for people
   */
  public record Refused(Refusal refusal, String detail) implements Answer {}

  /** A message about money that fits nothing known here: for the operators to see. */
  public record Stray(StrayReason reason) implements Answer {}

  /**
   * Money that no booking can remember, mostly for one that never was: it goes back, and the
   * operators see it.
   */
  public record Returned(Refund refund) implements Answer {}

  /** Why a message about money is stray. Part of what operators read. */
  public enum StrayReason {
    UNKNOWN_BOOKING,
    UNKNOWN_REFUND,
    REFUND_ALREADY_SETTLED,
    REFUND_FAILED
  }

  public Decision {
    events = List.copyOf(events);
  }

  static Decision accepted(SlotEvent... events) {
    return accepted(List.of(events));
  }

  static Decision accepted(List<SlotEvent> events) {
    return new Decision(events, new Accepted());
  }

  static Decision refused(Refusal refusal) {
    return refused(refusal, refusal.detail());
  }

  static Decision refused(Refusal refusal, String detail) {
    return new Decision(List.of(), new Refused(refusal, detail));
  }

  static Decision stray(StrayReason reason) {
    return new Decision(List.of(), new Stray(reason));
  }

  static Decision returned(Refund refund) {
    return new Decision(List.of(), new Returned(refund));
  }
}
