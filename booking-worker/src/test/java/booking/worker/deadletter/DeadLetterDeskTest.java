package booking.worker.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booking.schemas.AvroDeserializer;
import booking.schemas.AvroSerializer;
import booking.schemas.PaymentSucceeded;
import booking.schemas.Topics;
import booking.worker.operator.NotDoneException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** Dead letters are found, shown, and sent again byte for byte, or not at all. */
class DeadLetterDeskTest {

  private static final Map<String, String> LOCAL = Map.of("schema.registry.url", "local:");
  private static final String PAID = Topics.PAYMENT_SUCCEEDED.name();
  private static final byte[] GARBAGE = "garbage".getBytes(UTF_8);
  private static final Header TRACE = new RecordHeader("trace", new byte[] {7});

  private final LetterBox box = new LetterBox();
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final List<String> said = new ArrayList<>();
  private final DeadLetterDesk desk = desk();

  private DeadLetterDesk desk() {
    AvroDeserializer<SpecificRecord> values = new AvroDeserializer<>();
    values.configure(LOCAL, false);
    return new DeadLetterDesk(new DeadLetterDesk.Clients(box, producer), values, said::add);
  }

  private static LetterFilter all() {
    return new LetterFilter(Optional.empty(), Optional.empty(), 50);
  }

  @Test
  void theNewestComesLastWhateverItsPartition() {
    for (int i = 0; i < 6; i++) {
      box.letter(PAID, "REASON_" + i, GARBAGE);
    }

    desk.list(all());

    assertThat(said).hasSize(7);
    assertThat(said.get(0))
        .isEqualTo("0:0       2027-03-28T12:00:00Z  payment-succeeded-2@991  key=k  REASON_0");
    assertThat(said.get(5)).startsWith("1:1 ").endsWith("REASON_5");
    assertThat(said.get(6)).isEqualTo("6 dead letters. To see all of one: dead-letters show 1:1");
  }

  @Test
  void onlyThoseThatAreAskedForAreListed() {
    for (int i = 0; i < 6; i++) {
      box.letter(PAID, i % 2 == 0 ? "UNKNOWN_REFUND" : "KEY_MISMATCH", GARBAGE);
    }
    Instant second = LetterBox.NOON.plus(Duration.ofMinutes(1));

    desk.list(new LetterFilter(Optional.of(second), Optional.of("refund"), 50));
    assertThat(said).hasSize(3).first().asString().startsWith("2:0 ");

    said.clear();
    desk.list(new LetterFilter(Optional.empty(), Optional.empty(), 2));
    assertThat(said).hasSize(3);
    assertThat(said.get(0)).startsWith("0:1 ");
    assertThat(said.get(2)).startsWith("2 dead letters, older ones left out.");

    said.clear();
    desk.list(new LetterFilter(Optional.of(second.plus(Duration.ofDays(1))), Optional.empty(), 2));
    assertThat(said).containsExactly("No dead letters.");
  }

  @Test
  void aLimitOfNothingIsAMistake() {
    assertThatThrownBy(() -> new LetterFilter(Optional.empty(), Optional.empty(), 0))
        .hasMessage("the limit must be 1 or more");
  }

  @Test
  void whatCanBeReadIsShownAsJson() {
    AvroSerializer<PaymentSucceeded> serializer = new AvroSerializer<>();
    serializer.configure(LOCAL, false);
    PaymentSucceeded payment =
        new PaymentSucceeded("p-1", 100_001L, new BigDecimal("12.30"), "EUR", LetterBox.NOON);
    String letter =
        box.letter(
            PAID,
            "PAYMENT_REUSED: first seen for booking 1",
            Optional.ofNullable(serializer.serialize(PAID, payment)).orElseThrow());

    desk.show(letter);

    assertThat(said)
        .contains(
            "lay at       payment-succeeded-2@991",
            "reason       PAYMENT_REUSED: first seen for booking 1",
            "key          k",
            "header       partition = 2",
            "  \"paymentId\" : \"p-1\",",
            "  \"bookingId\" : 100001,",
            "  \"amount\" : 12.30,",
            "  \"paidAt\" : \"2027-03-28T12:00:00Z\"",
            "To send it again: dead-letters replay 0:0");
  }

  @Test
  void whatCannotBeReadIsShownInHexadecimalWhateverIsInIt() {
    byte[] hostile = "\u001b[2J\nfine ".repeat(600).getBytes(UTF_8);
    RecordHeaders headers = new RecordHeaders();
    headers.add(LetterHeaders.REASON, "a\nb\u202ec".getBytes(UTF_8));
    headers.add("x", new byte[] {-1, -2});

    desk.show(box.letter(headers, hostile));

    assertThat(said)
        .contains(
            "lay at       nobody said where",
            "reason       a\uFFFDb\uFFFDc",
            "header       x = 0xfffe",
            "  000000  1b 5b 32 4a 0a 66 69 6e 65 20 1b 5b 32 4a 0a 66  .[2J.fine .[2J.f",
            "  … and 1,904 bytes more")
        .allMatch(line -> line.codePoints().noneMatch(Character::isISOControl));
  }

  @Test
  void aRecordThatStillLiesWhereItLayIsSentAgainWithItsOwnHeaders() {
    String letter = box.letter(PAID, "UNREADABLE: x", GARBAGE);
    box.source(PAID, GARBAGE);

    desk.replay(List.of(letter));

    ProducerRecord<byte[], byte[]> sent = producer.history().get(0);
    assertThat(sent.topic()).isEqualTo(PAID);
    assertThat(sent.partition()).isEqualTo(2);
    assertThat(sent.key()).isEqualTo("k".getBytes(UTF_8));
    assertThat(sent.value()).isEqualTo(GARBAGE);
    assertThat(sent.headers().toArray()).containsExactly(TRACE, replayedFrom("0:0"));
    assertThat(said).hasSize(2).first().asString().startsWith("0:0 sent again: payment-succeeded-");
    assertThat(said.get(1)).contains("sending one twice does no harm");
  }

  @Test
  void aRecordThatIsGoneIsSentAgainFromItsLetter() {
    String letter = box.letter(PAID, "UNREADABLE: x", GARBAGE);
    box.forget(PAID);

    desk.replay(List.of(letter));

    assertThat(producer.history().get(0).value()).isEqualTo(GARBAGE);
    assertThat(producer.history().get(0).headers().toArray()).containsExactly(replayedFrom("0:0"));
  }

  @Test
  void anotherRecordAtItsPlaceIsNotTakenForIt() {
    String letter = box.letter(PAID, "UNREADABLE: x", GARBAGE);
    box.source(PAID, "garbage of another".getBytes(UTF_8));

    desk.replay(List.of(letter));

    assertThat(producer.history().get(0).value()).isEqualTo(GARBAGE);
  }

  @Test
  void aMonsterIsSentAgainWholeOrNotAtAll() {
    String letter = box.cutLetter(PAID, GARBAGE);
    box.source(PAID, "garbage without end".getBytes(UTF_8));

    desk.replay(List.of(letter));
    assertThat(producer.history().get(0).value()).isEqualTo("garbage without end".getBytes(UTF_8));

    box.forget(PAID);
    refused(
        letter,
        "0:0 cannot be sent again: it was too long for a letter, and"
            + " payment-succeeded-2@991 is gone; ask its sender to send it again. Nothing was sent.");
  }

  @Test
  void whenOneCannotBeSentAgainNoneIs() {
    String good = box.letter(PAID, "UNREADABLE: x", GARBAGE);
    String strange = box.letter(new RecordHeaders(), GARBAGE);
    String internal = box.letter("slot-commands", "UNREADABLE: x", GARBAGE);
    box.topic("payment-failed", 2);
    String elsewhere = box.letter("payment-failed", "UNREADABLE: x", GARBAGE);

    assertThatThrownBy(() -> desk.replay(List.of(good, strange)))
        .isInstanceOf(NotDoneException.class)
        .hasMessage(
            "1:0 cannot be sent again: it does not say where it came from: no worker wrote it."
                + " Nothing was sent.");
    assertThatThrownBy(() -> desk.replay(List.of(internal)))
        .hasMessageContaining("slot-commands carries what parts of the worker tell each other");
    assertThatThrownBy(() -> desk.replay(List.of(elsewhere)))
        .hasMessageContaining("there is no payment-failed-2 any more");
    assertThat(producer.history()).isEmpty();
  }

  @Test
  void aNameThatIsNoLettersIsToldSo() {
    refused(
        "17",
        "17 is not a dead letter; they are called 3:17 and so on, as list shows them."
            + " Nothing was sent.");
    refused(
        "9:0",
        "There is no dead letter 9:0 in dead-letters; list shows those that there are."
            + " Nothing was sent.");
  }

  private void refused(String letter, String why) {
    int sent = producer.history().size();
    assertThatThrownBy(() -> desk.replay(List.of(letter)))
        .isInstanceOf(NotDoneException.class)
        .hasMessage(why);
    assertThat(producer.history()).hasSize(sent);
  }

  private static Header replayedFrom(String letter) {
    return new RecordHeader("replayed-from", ("dead-letters/" + letter).getBytes(UTF_8));
  }
}
