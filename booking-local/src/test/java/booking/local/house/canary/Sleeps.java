package booking.local.house.canary;

/** A test that hopes that a second is enough. */
public record Sleeps() {

  public void hope() throws InterruptedException {
    Thread.sleep(1_000);
  }
}
