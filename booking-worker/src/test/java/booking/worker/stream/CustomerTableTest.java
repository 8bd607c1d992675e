package booking.worker.stream;

import static org.assertj.core.api.Assertions.assertThat;

import booking.worker.slot.BookingNumber;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table finds what a map by two keys finds. */
class CustomerTableTest {

  private static final int STEPS = 5_000;
  private static final int SEEDS = 5;

  private record Customer(long timeslotId, long userId) {}

  /** Few customers meet in few places, many make the table grow. */
  @ParameterizedTest
  @ValueSource(ints = {2, 9, 40, 400})
  void itFindsWhatAMapFinds(int customers) {
    for (int seed = 1; seed <= SEEDS; seed++) {
      findsWhatAMapFinds(customers, new Random(seed), "seed " + seed);
    }
  }

  private static void findsWhatAMapFinds(int customers, Random random, String seed) {
    List<Customer> all =
        random
            .ints(customers, 1, 5)
            .mapToObj(slot -> new Customer(slot, user(random, customers)))
            .toList();
    Map<Customer, Long> map = new HashMap<>();
    CustomerTable table = new CustomerTable();

    for (int step = 0; step < STEPS; step++) {
      Customer one = all.get(random.nextInt(customers));
      if (random.nextInt(3) == 0) {
        table.remove(one.timeslotId(), one.userId());
        map.remove(one);
      } else {
        long id = BookingNumber.bookingId(one.timeslotId(), 1 + random.nextInt(9));
        long booking = random.nextBoolean() ? id : -id;
        Long before = map.put(one, booking);
        assertThat(table.put(one.userId(), booking)).as(seed).isEqualTo(orNone(before));
      }
      Customer another = all.get(random.nextInt(customers));
      assertThat(table.get(another.timeslotId(), another.userId()))
          .as(seed)
          .isEqualTo(orNone(map.get(another)));
    }

    all.forEach(
        each ->
            assertThat(table.get(each.timeslotId(), each.userId()))
                .as(seed)
                .isEqualTo(orNone(map.get(each))));
  }

  /** Ids of users far apart, and close to each other. */
  private static long user(Random random, int customers) {
    return random.nextBoolean() ? random.nextLong() : 1 + random.nextInt(customers);
  }

  private static long orNone(Long booking) {
    return booking == null ? CustomerTable.NONE : booking;
  }

  @Test
  void aCustomerOfManySlotsAndASlotOfManyCustomersAreFound() {
    CustomerTable table = new CustomerTable();
    int many = 5_000;
    for (int i = 1; i <= many; i++) {
      table.put(7, BookingNumber.bookingId(i, 1));
      table.put(i + 7L, BookingNumber.bookingId(1, i + 1));
    }
    for (int i = 1; i <= many; i++) {
      assertThat(table.get(i, 7)).isEqualTo(BookingNumber.bookingId(i, 1));
      assertThat(table.get(1, i + 7L)).isEqualTo(BookingNumber.bookingId(1, i + 1));
      assertThat(table.get(i, 8)).isEqualTo(i == 1 ? BookingNumber.bookingId(1, 2) : 0);
    }
  }

  @Test
  void itIsNoLargerForCustomersWhoComeAndGoOrBookAgain() {
    CustomerTable table = new CustomerTable();
    int empty = table.places();
    for (int i = 1; i <= 1_000; i++) {
      table.put(i, BookingNumber.bookingId(1, i));
      table.remove(1, i);
      table.put(7, BookingNumber.bookingId(2, i));
    }
    assertThat(table.places()).isEqualTo(empty);
  }

  @Test
  void theRoomOfAGreatDayIsGivenBack() {
    CustomerTable table = new CustomerTable();
    int empty = table.places();
    for (int i = 1; i <= 5_000; i++) {
      table.put(i, BookingNumber.bookingId(1, i));
    }
    assertThat(table.places()).isBetween(5_000, 20_000);

    for (int i = 2; i <= 5_000; i++) {
      table.remove(1, i);
    }
    assertThat(table.places()).isEqualTo(empty);
    assertThat(table.get(1, 1)).isEqualTo(BookingNumber.bookingId(1, 1));
  }

  /** 10,000 of them begin at 8,600 of 32,768 places where all is chance. */
  @ParameterizedTest
  @CsvSource({"1, 10000", "10000, 1", "100, 100"})
  void theWaysToBookingsBeginFarApart(int slots, int usersASlot) {
    int places = 1 << 15;
    BitSet homes = new BitSet(places);
    for (int slot = 1; slot <= slots; slot++) {
      for (int user = 1; user <= usersASlot; user++) {
        homes.set(CustomerTable.home(slot, user, places));
      }
    }
    assertThat(homes.cardinality()).isGreaterThan(8_000);
  }
}
