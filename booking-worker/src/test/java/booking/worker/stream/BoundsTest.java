package booking.worker.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booking.schemas.Actor;
import booking.schemas.CatalogRequest;
import booking.schemas.RefundTier;
import booking.schemas.Role;
import booking.schemas.RoomType;
import booking.schemas.Topics;
import booking.schemas.command.Book;
import booking.schemas.command.CreateRoom;
import booking.schemas.command.GenerateTimeslots;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The bounds of rules.md at the second door, past the gateway: the last that fits, and the next.
 */
class BoundsTest {

  private static final LocalDate DAY = LocalDate.of(2027, 3, 5);

  private final Venue venue = new Venue();

  @AfterEach
  void close() {
    venue.close();
  }

  private static CreateRoom.Builder room() {
    return CreateRoom.newBuilder().setName("Blue room").setRoomType(RoomType.OFFICE);
  }

  private static GenerateTimeslots slots(int seats, String price) {
    LocalTime nine = LocalTime.of(9, 0);
    return new GenerateTimeslots(
        1L, DAY, DAY.plusDays(1), 60, nine, nine.plusHours(1), seats, new BigDecimal(price));
  }

  private String refusedEntry(SpecificRecord command) {
    venue.send(
        Topics.CATALOG_REQUESTS,
        Topics.CATALOG_KEY,
        new CatalogRequest("r1", 1L, 0, new Actor(Venue.ADMIN, Role.ADMIN), command));
    assertThat(venue.results()).isEmpty();
    List<TestRecord<byte[], byte[]>> letters = venue.deadLetters();
    assertThat(letters).hasSize(1);
    return new String(letters.get(0).headers().lastHeader("reason").value(), UTF_8);
  }

  @Test
  void aRoomOutOfBoundsIsNotMade() {
    assertThat(refusedEntry(room().setName("x".repeat(101)).build()))
        .isEqualTo("name is longer than 100 characters");
    assertThat(refusedEntry(room().setCapacity(0).build())).isEqualTo("capacity is not 1 or more");
    assertThat(refusedEntry(room().setHourlyRate(new BigDecimal("-0.01")).build()))
        .startsWith("hourlyRate is not 0 to ");
    assertThat(refusedEntry(room().setCurrency("euro").build()))
        .isEqualTo("currency is not ISO 4217");
    assertThat(refusedEntry(room().setTimeZone("Mars/Olympus").build()))
        .isEqualTo("timeZone is unknown");
    assertThat(refusedEntry(room().setMetadata("x".repeat(4097)).build()))
        .isEqualTo("metadata is longer than 4096 bytes");
    assertThat(refusedEntry(room().setRefundPolicy(List.of(new RefundTier(24, 101))).build()))
        .startsWith("refundPolicy: ");
  }

  @Test
  void aRoomJustWithinBoundsIsMade() {
    CreateRoom widest =
        room()
            .setName("x".repeat(100))
            .setHourlyRate(new BigDecimal("0.00"))
            .setMetadata("x".repeat(4096))
            .setRefundPolicy(List.of(new RefundTier(0, 100)))
            .build();
    assertThat(venue.catalogue(widest).getAccepted()).isTrue();
  }

  @Test
  void slotsHaveFromOneToTenThousandSeats() {
    venue.catalogue(room().build());
    assertThat(refusedEntry(slots(0, "1.00"))).isEqualTo("maxBookings is not 1 to 10000");
    assertThat(refusedEntry(slots(10_001, "1.00"))).isEqualTo("maxBookings is not 1 to 10000");
    assertThat(refusedEntry(slots(1, "-0.01"))).startsWith("price is not 0 to ");
    assertThat(venue.catalogue(slots(10_000, "0.00")).getAccepted()).isTrue();
    assertThat(venue.book(7, 1).getTimeslotAfter().getMaxBookings()).isEqualTo(10_000);
  }

  @Test
  void whatACustomerWritesFitsToTheLastCharacter() {
    venue.catalogue(room().build());
    venue.catalogue(slots(1, "1.00"));
    Book longest = new Book(null, "t".repeat(50), "\uD83C\uDFB9".repeat(2000), "m".repeat(4096));
    assertThat(venue.ask(7, 1, longest).getBookingAfter().getNotes()).isEqualTo(longest.getNotes());
  }
}
