package booking.worker.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booking.schemas.Actor;
import booking.schemas.AvroSerializer;
import booking.schemas.BookingRequest;
import booking.schemas.Role;
import booking.schemas.SchemaRegistry;
import booking.schemas.Topics;
import booking.schemas.command.Book;
import booking.schemas.command.CreateRoom;
import booking.schemas.internal.CreateTimeslot;
import booking.schemas.internal.SlotInstruction;
import booking.schemas.internal.SlotTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class DeadLettersTest {

  static final List<String> CONSUMED =
      List.of(
          Topics.BOOKING_REQUESTS.name(),
          Topics.CATALOG_REQUESTS.name(),
          Topics.PAYMENT_SUCCEEDED.name(),
          Topics.PAYMENT_FAILED.name(),
          Topics.REFUND_SETTLED.name(),
          InternalTopics.SLOT_COMMANDS,
          InternalTopics.SLOT_PAYMENTS,
          InternalTopics.PAYMENTS_BY_ID,
          InternalTopics.SLOT_TICKS);

  private final Venue venue = new Venue();

  @AfterEach
  void close() {
    venue.close();
  }

  private static byte[] good() {
    AvroSerializer<BookingRequest> serializer =
        new AvroSerializer<>(
            SchemaRegistry.of(Map.of(SchemaRegistry.URL, SchemaRegistry.LOCAL_URL)));
    BookingRequest request =
        new BookingRequest(
            "r1", 1L, 0, new Actor(7L, Role.USER), 1L, new Book(null, null, null, null));
    byte[] bytes = serializer.serialize(Topics.BOOKING_REQUESTS.name(), request);
    serializer.close();
    return Optional.ofNullable(bytes).orElseThrow();
  }

  private static Stream<Optional<byte[]>> garbage() {
    byte[] random = new byte[1024 * 1024];
    new Random(1).nextBytes(random);
    byte[] good = good();
    byte[] tail = Arrays.copyOf(good, good.length + 1);
    byte[] unknownId = good.clone();
    unknownId[1] = 127;
    byte[] gzip = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3};
    return Stream.of(
            new byte[0],
            new byte[] {0},
            random,
            Arrays.copyOf(good, good.length - 1),
            tail,
            unknownId,
            gzip,
            "not avro".getBytes(UTF_8))
        .map(Optional::of);
  }

  @ParameterizedTest
  @FieldSource("CONSUMED")
  void garbageOnAnyTopicIsOneDeadLetterEachAndThePartitionGoesOn(String topic) {
    venue.room("Blue room", "40.00");
    venue.slots(1, LocalDate.of(2027, 3, 5), 1);
    byte[] key = "1".getBytes(UTF_8);
    List<byte[]> all = garbage().map(Optional::orElseThrow).toList();
    all.forEach(bytes -> venue.sendBytes(topic, key, bytes));
    venue.sendBytes(topic, key, null);
    List<TestRecord<byte[], byte[]>> letters = venue.deadLetters();
    assertThat(letters).hasSize(all.size() + 1);
    for (int i = 0; i < all.size(); i++) {
      TestRecord<byte[], byte[]> letter = letters.get(i);
      assertThat(letter.value()).isEqualTo(all.get(i));
      assertThat(letter.key()).isEqualTo(key);
      assertThat(header(letter, "topic")).isEqualTo(topic);
      assertThat(header(letter, "partition")).isEqualTo("0");
      assertThat(Long.parseLong(header(letter, "offset"))).isNotNegative();
      assertThat(header(letter, "time")).isEqualTo(venue.now().toString());
      assertThat(header(letter, "reason")).isNotEmpty();
    }
    assertThat(venue.book(7, 1).getAccepted()).isTrue();
  }

  private static String header(TestRecord<byte[], byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }

  private String onlyReason() {
    List<TestRecord<byte[], byte[]>> letters = venue.deadLetters();
    assertThat(letters).hasSize(1);
    return header(letters.get(0), "reason");
  }

  @Test
  void aMonsterIsCutSoThatItsLetterFits() {
    venue.sendBytes(Topics.PAYMENT_FAILED.name(), new byte[100_000], new byte[3_000_000]);
    List<TestRecord<byte[], byte[]>> letters = venue.deadLetters();
    assertThat(letters).hasSize(1);
    assertThat(letters.get(0).value()).hasSize(1024 * 1024);
    assertThat(letters.get(0).key()).hasSize(64 * 1024);
    assertThat(header(letters.get(0), "cut-from-bytes")).isEqualTo("3000000");
  }

  @Test
  void aRequestUnderAnotherSlotsKeyIsRefusedEntry() {
    venue.sendBytes(Topics.BOOKING_REQUESTS.name(), "2".getBytes(UTF_8), good());
    assertThat(onlyReason()).isEqualTo("KEY_MISMATCH");
    venue.sendBytes(Topics.BOOKING_REQUESTS.name(), null, good());
    assertThat(onlyReason()).isEqualTo("KEY_MISMATCH");
  }

  @Test
  void whatTheGatewayWouldNotSendIsNotDecided() {
    assertThat(refusedEntry("", 7, book("x"))).isEqualTo("requestId is empty");
    assertThat(refusedEntry("r", 0, book("x"))).isEqualTo("userId is not positive");
    assertThat(refusedEntry("r", 7, book("x".repeat(2001))))
        .isEqualTo("notes is longer than 2000 characters");
    assertThat(refusedEntry("r", 7, new Book(null, "x".repeat(51), null, null)))
        .isEqualTo("bookingType is longer than 50 characters");
    assertThat(refusedEntry("r", 7, new Book(null, null, null, "x".repeat(4097))))
        .isEqualTo("metadata is longer than 4096 bytes");
  }

  private static Book book(String notes) {
    return new Book(null, null, notes, null);
  }

  private String refusedEntry(String requestId, long userId, Book book) {
    venue.send(
        Topics.BOOKING_REQUESTS,
        "1",
        new BookingRequest(requestId, 1L, 0, new Actor(userId, Role.USER), 1L, book));
    return onlyReason();
  }

  @Test
  void aForgedInstructionThatIsNoSlotIsNotDecided() {
    SlotTerms backwards =
        new SlotTerms(
            1L,
            "Blue room",
            "Mars/Olympus",
            venue.now(),
            venue.now(),
            new BigDecimal("1.00"),
            "EUR",
            List.of(),
            1);
    SlotInstruction forged = new SlotInstruction(1L, "r1", 1L, new CreateTimeslot(backwards));
    venue.sendBytes(
        InternalTopics.SLOT_COMMANDS, "1".getBytes(UTF_8), new Wire.Internal().write(forged));
    assertThat(onlyReason()).startsWith("no such slot");
  }

  @Test
  void aRoomThatBreaksABoundIsNotMade() {
    CreateRoom nameless =
        new CreateRoom(
            "", null, booking.schemas.RoomType.MEETING, 1, null, null, null, true, null, null);
    venue.send(
        Topics.CATALOG_REQUESTS,
        Topics.CATALOG_KEY,
        new booking.schemas.CatalogRequest("r1", 1L, 0, new Actor(1L, Role.ADMIN), nameless));
    assertThat(onlyReason()).isEqualTo("name is empty");
  }
}
