package booking.local.faults;

/** How often a fault is done in a run of each tier; 0 for not at all. */
public record Times(int inSmall, int inShort, int inLong) {

  /** In no build, but in each run of the faults. */
  public static Times each(int inShort, int inLong) {
    return new Times(0, inShort, inLong);
  }

  /** Only where there are hours. */
  public static Times rarely(int inLong) {
    return new Times(0, 0, inLong);
  }

  int in(Tier tier) {
    return switch (tier) {
      case SMALL -> inSmall;
      case SHORT -> inShort;
      case LONG -> inLong;
    };
  }
}
