package booking.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import booking.local.checker.history.Call;
import booking.schemas.PaymentFailed;
import booking.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** A few customers of a running system, between them all that can become of a booking and money. */
final class CheckedStory {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long FIRST = 7000;

  private final TestSystem system;
  private final List<Call> calls = new ArrayList<>();

  CheckedStory(TestSystem system) {
    this.system = system;
  }

  /** What the customers saw. */
  List<Call> calls() {
    return List.copyOf(calls);
  }

  void tell() {
    List<Long> slots = system.premises().slots(4, 2);
    paidAndCancelled(slots.get(0));
    paidTwice(slots.get(1));
    paidTooLittleAndNotAtAll(slots.get(2));
    full(slots.get(1));
    closed(slots.get(3));
    strays();
  }

  private void paidAndCancelled(long slot) {
    long booking = book(FIRST, slot, "note of 7000");
    pay(FIRST, booking, "");
    Answer answer = system.user(FIRST).put("/bookings/" + booking + "/cancel", "");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    await()
        .atMost(PATIENCE)
        .until(
            () -> system.user(FIRST).get("/bookings/" + booking).body().contains("\"succeeded\""));
    read(FIRST, booking);
    book(FIRST, slot, "again");
  }

  private void paidTwice(long slot) {
    long booking = book(FIRST + 1, slot, "");
    pay(FIRST + 1, booking, "");
    refunded(booking, "", "duplicate_payment");
    read(FIRST + 1, booking);
  }

  private void paidTooLittleAndNotAtAll(long slot) {
    long booking = book(FIRST + 2, slot, "");
    refunded(booking, ",\"amount\":1.00", "amount_mismatch");
    try (LocalKafka kafka = system.kafka()) {
      String id = "failed-" + booking;
      PaymentFailed failed = new PaymentFailed(id, booking, "no money", Instant.now());
      kafka.write(Topics.PAYMENT_FAILED, id, failed);
    }
    read(FIRST + 2, booking);
  }

  private void full(long slot) {
    book(FIRST + 3, slot, "");
    Answer refused = post(FIRST + 4, slot, "", UUID.randomUUID().toString());
    assertThat(refused.text("code")).isEqualTo("TIMESLOT_FULL");
  }

  private void closed(long slot) {
    long booking = book(FIRST + 5, slot, "");
    pay(FIRST + 5, booking, "");
    Answer closed =
        system.admin().put("/admin/timeslots/" + slot + "/close", "{\"cancelBookings\":true}");
    assertThat(closed.status()).as(closed.body()).isEqualTo(200);
    await().atMost(PATIENCE).until(() -> status(FIRST + 5, booking).equals("cancelled"));
    read(FIRST + 5, booking);
  }

  private void strays() {
    system
        .sandbox()
        .post("/payments", "{\"bookingId\":99999900002,\"amount\":3.21,\"currency\":\"EUR\"}");
    try (LocalKafka kafka = system.kafka()) {
      kafka.write(Topics.BOOKING_REQUESTS.name(), "1", new byte[] {1, 2, 3});
    }
  }

  /** Books, and asks once more with the same key. */
  private long book(long user, long slot, String notes) {
    String key = UUID.randomUUID().toString();
    Answer made = post(user, slot, notes, key);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(post(user, slot, notes, key).body()).isEqualTo(made.body());
    return made.number("id");
  }

  private Answer post(long user, long slot, String notes, String key) {
    Instant start = Instant.now();
    Answer answer =
        system
            .user(user)
            .with("Idempotency-Key", key)
            .post("/bookings", "{\"timeslotId\":%d,\"notes\":\"%s\"}".formatted(slot, notes));
    remember(user, "book", answer, start);
    return answer;
  }

  private void pay(long user, long booking, String more) {
    send(booking, more);
    await().atMost(PATIENCE).until(() -> status(user, booking).equals("confirmed"));
    read(user, booking);
  }

  private void refunded(long booking, String more, String reason) {
    send(booking, more);
    await()
        .atMost(PATIENCE)
        .until(() -> system.sandbox().get("/refunds?bookingId=" + booking).body().contains(reason));
  }

  private void send(long booking, String more) {
    Answer sent =
        system.sandbox().post("/payments", "{\"bookingId\":%d%s}".formatted(booking, more));
    assertThat(sent.status()).as(sent.body()).isEqualTo(202);
  }

  private String status(long user, long booking) {
    return system.user(user).get("/bookings/" + booking).text("status");
  }

  private void read(long user, long booking) {
    Instant start = Instant.now();
    remember(user, "read", system.user(user).get("/bookings/" + booking), start);
  }

  private void remember(long user, String kind, Answer answer, Instant start) {
    boolean done = answer.status() < 400;
    calls.add(
        new Call(
            Integer.toString(calls.size() + 1),
            user,
            kind,
            Optional.empty(),
            start,
            Instant.now(),
            done ? Call.Outcome.OK : Call.Outcome.REFUSED,
            done ? Optional.empty() : Optional.of(answer.text("code")),
            done ? OptionalLong.of(answer.number("id")) : OptionalLong.empty(),
            done
                ? OptionalLong.of(Instant.parse(answer.text("updatedAt")).toEpochMilli())
                : OptionalLong.empty()));
  }
}
