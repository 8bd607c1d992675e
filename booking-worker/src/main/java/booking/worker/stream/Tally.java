package booking.worker.stream;

/** What is counted, for those who watch the worker. Safe to call from every stream thread. */
public interface Tally {

  /** One request was answered with this word: {@code accepted}, {@code repeated} or a code. */
  void answered(String word);

  /** One record went to the dead letters. */
  void deadLetter(String topic);

  /** This program met a fault of its own, which was kept to one record or slot. */
  void fault();

  /** One event happened in a slot. */
  void event(String kind);
}
