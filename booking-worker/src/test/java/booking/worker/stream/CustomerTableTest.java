package booking.worker.stream;

import static org.assertj.core.api.Assertions.assertThat;

import booking.worker.slot.BookingNumber;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table finds what a map by two keys finds. */
class CustomerTableTest {

  private static final int STEPS = 20_000;

  private record Customer(long timeslotId, long userId) {}

  /** Few customers meet in few places, many make it grow; some are far apart, some are not. */
  @ParameterizedTest
  @ValueSource(ints = {2, 9, 40, 400})
  void itFindsWhatAMapFinds(int customers) {
    Random random = new Random(customers);
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
        assertThat(table.put(one.userId(), booking)).isEqualTo(orNone(before));
      }
      Customer another = all.get(random.nextInt(customers));
      assertThat(table.get(another.timeslotId(), another.userId()))
          .isEqualTo(orNone(map.get(another)));
    }

    assertThat(map).isNotEmpty();
    all.forEach(
        each ->
            assertThat(table.get(each.timeslotId(), each.userId()))
                .isEqualTo(orNone(map.get(each))));
  }

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
}
