package booking.worker.deadletter;

import booking.schemas.Topics;
import booking.worker.deadletter.DeadLetter.Place;
import booking.worker.operator.NotDoneException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;

/** What an operator does with dead letters, and hears of it line by line. For one thread. */
public final class DeadLetterDesk {

  private final DeadLetters letters;
  private final Producer<byte[], byte[]> producer;
  private final LetterText text;
  private final Consumer<String> said;

  /**
   * A desk over a Kafka.
   *
   * @param clients its reader and writer; closed by the caller
   * @param values reads the records of all topics
   */
  public DeadLetterDesk(
      Clients clients, Deserializer<? extends SpecificRecord> values, Consumer<String> said) {
    this.letters = new DeadLetters(clients.consumer());
    this.producer = clients.producer();
    this.text = new LetterText(values);
    this.said = said;
  }

  /**
   * The Kafka clients of a desk.
   *
   * @param consumer of committed records, without a group
   * @param producer that sends what it is given, with all acknowledgements
   */
  public record Clients(
      org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer,
      Producer<byte[], byte[]> producer) {}

  /** Shows each in one line, the newest last. */
  public void list(LetterFilter filter) {
    List<DeadLetter> found = letters.newest(filter.since(), filter::wants, filter.limit());
    found.forEach(letter -> said.accept(text.line(letter)));
    if (found.isEmpty()) {
      said.accept("No dead letters.");
    } else {
      said.accept(
          "%d dead letters%s. To see all of one: dead-letters show %s"
              .formatted(
                  found.size(),
                  found.size() == filter.limit() ? ", older ones left out" : "",
                  found.get(found.size() - 1).place()));
    }
  }

  /**
   * Shows all of one.
   *
   * @throws NotDoneException when there is no such letter
   */
  public void show(String place) {
    text.lines(find(place)).forEach(said);
    said.accept("To send it again: dead-letters replay " + place);
  }

  /**
   * Sends these again to where they came from; all of them, or none when one of them cannot be.
   *
   * @throws NotDoneException when one cannot be; it says why
   */
  public void replay(List<String> places) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (String place : places) {
      try {
        records.add(new Replay(letters).of(find(place)));
      } catch (NotDoneException refused) {
        throw new NotDoneException(refused.getMessage() + " Nothing was sent.", refused);
      }
    }
    for (int i = 0; i < places.size(); i++) {
      RecordMetadata sent = send(records.get(i));
      said.accept(
          "%s sent again: %s-%d@%d, %,d bytes, header %s"
              .formatted(
                  places.get(i),
                  sent.topic(),
                  sent.partition(),
                  sent.offset(),
                  Math.max(sent.serializedValueSize(), 0),
                  LetterHeaders.REPLAYED_FROM));
    }
    said.accept(
        "They are decided as if they came now. Whatever is known already changes nothing, so sending"
            + " one twice does no harm; what still cannot be used becomes a dead letter again.");
  }

  private DeadLetter find(String text) {
    Place place;
    try {
      place = Place.parse(text);
    } catch (IllegalArgumentException noPlace) {
      throw new NotDoneException(noPlace.getMessage() + ".", noPlace);
    }
    return letters
        .find(place)
        .orElseThrow(
            () ->
                new NotDoneException(
                    "There is no dead letter %s in %s; list shows those that there are."
                        .formatted(place, Topics.DEAD_LETTERS)));
  }

  private RecordMetadata send(ProducerRecord<byte[], byte[]> letter) {
    try {
      return producer.send(letter).get();
    } catch (ExecutionException failed) {
      throw new KafkaException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new KafkaException(stopped);
    }
  }
}
