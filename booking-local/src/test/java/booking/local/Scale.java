package booking.local;

/** How much of something a test does: a little in every build, all of it with {@code -Dfull}. */
final class Scale {

  private Scale() {}

  static int of(int little, int full) {
    return System.getProperty("full") == null ? little : full;
  }
}
