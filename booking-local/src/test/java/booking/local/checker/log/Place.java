package booking.local.checker.log;

/** Where a record lies. */
public record Place(String topic, int partition, long offset) {

  @Override
  public String toString() {
    return topic + "/" + partition + "@" + offset;
  }
}
