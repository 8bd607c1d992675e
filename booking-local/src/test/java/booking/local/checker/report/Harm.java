package booking.local.checker.report;

/** What a violation did, as the table of faults counts it. */
public enum Harm {
  /** Something that entered, or was promised, is nowhere. */
  LOST,
  /** Something that happens once happened again. */
  TWICE,
  /** A number is missing in a row of numbers. */
  GAP,
  /** Money is missing, or there is too much of it. */
  MONEY,
  /** A row or a remembered state is not what the events left. */
  ROW,
  /** Something else that must not be. */
  WRONG
}
