package booking.local.faults.money;

import static java.nio.charset.StandardCharsets.UTF_8;

import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.client.Guest;
import booking.local.faults.stranger.DeadLetters;
import booking.local.faults.stranger.DeadLetters.Place;
import booking.local.faults.stranger.Stranger;
import booking.schemas.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.producer.ProducerRecord;

/** C10: payments that are not quite right never confirm: they go back, or aside. */
final class WrongAmounts {

  private static final long USER = 10_000_000;
  private static final int HEADER_LENGTH = 5;

  /** Cents that no payment may have, as bytes: 0, below, and far above what money can be. */
  private static final List<BigInteger> IMPOSSIBLE =
      List.of(
          BigInteger.ZERO,
          BigInteger.valueOf(-1000),
          BigInteger.valueOf(Long.MAX_VALUE),
          BigInteger.valueOf(Long.MIN_VALUE),
          BigInteger.TEN.pow(12),
          BigInteger.TEN.pow(1000));

  private WrongAmounts() {}

  static Strike strike(Scene scene) {
    Guest guest = Guest.user(scene.cluster(), USER);
    long slot = Guest.premises(scene.cluster()).slot(1);
    long booking = Till.seat(guest, slot).number("id");
    try (Till till = new Till(scene.cluster())) {
      DeadLetters letters = new DeadLetters(till.stranger());
      int mismatches = mismatches(till, booking);
      List<Place> impossible = impossible(till.stranger(), booking);
      Set<Place> notAside = letters.wronglyLettered(impossible);
      Set<String> lost = till.lost();
      boolean confirmed = !till.kept().isEmpty();
      // A booking that money was thrown at can still be paid.
      till.take("right-" + booking, booking);
      Set<String> lostAfter = till.lost();
      return Strike.plain()
          .with(
              "mismatches %d, sent back %d; impossible %d, put aside %d; wrong confirms %d"
                  .formatted(
                      mismatches,
                      till.returned("amount_mismatch"),
                      impossible.size(),
                      impossible.size() - notAside.size(),
                      confirmed ? 1 : 0))
          .mustHold(!confirmed, "confirmed by " + till.kept())
          .mustHold(lost.isEmpty(), "not sent back whole: " + lost)
          .mustHold(lostAfter.isEmpty(), "not sent back whole or kept: " + lostAfter)
          .mustHold(notAside.isEmpty(), "not put aside: " + notAside)
          .mustHold(till.returned("amount_mismatch") == mismatches, "mismatches not sent back");
    }
  }

  private static int mismatches(Till till, long booking) {
    List<String> amounts =
        List.of("9.99", "10.01", "0.01", "1000.00", "9999999999.99", "100.00", "1.00");
    amounts.forEach(
        amount -> till.take("off-" + booking + amount, booking, new BigDecimal(amount), "EUR"));
    List<String> currencies = List.of("USD", "JPY", "KWD", "XXX", "ZZZ");
    currencies.forEach(code -> till.take("off-" + booking + code, booking, Till.PRICE, code));
    return amounts.size() + currencies.size();
  }

  private static List<Place> impossible(Stranger stranger, long booking) {
    List<byte[]> records = new ArrayList<>();
    IMPOSSIBLE.forEach(cents -> records.add(bytes(stranger, booking, cents.toByteArray(), "EUR")));
    byte[] right = BigInteger.valueOf(1000).toByteArray();
    Stream.of("", "eur", "EU", "EURO", "E\u0000R", "€")
        .forEach(code -> records.add(bytes(stranger, booking, right, code)));
    return records.stream()
        .map(value -> new ProducerRecord<byte[], byte[]>(Topics.PAYMENT_SUCCEEDED.name(), value))
        .map(stranger::write)
        .map(Place::of)
        .toList();
  }

  /** A payment as somebody writes it whose library checks nothing. */
  private static byte[] bytes(Stranger stranger, long booking, byte[] cents, String currency) {
    byte[] like =
        stranger.bytes(Topics.PAYMENT_SUCCEEDED, Till.payment("like", booking, Till.PRICE, "EUR"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(like, 0, HEADER_LENGTH);
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    try {
      encoder.writeString("impossible-" + booking);
      encoder.writeLong(booking);
      encoder.writeBytes(cents);
      encoder.writeBytes(currency.getBytes(UTF_8));
      encoder.writeLong(0);
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return out.toByteArray();
  }
}
