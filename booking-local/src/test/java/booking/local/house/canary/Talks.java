package booking.local.house.canary;

/** A class that prints. */
public record Talks() {

  public void aloud() {
    System.out.println("booked");
  }
}
