package booking.local.faults.money;

import booking.local.Answer;
import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.client.Guest;
import booking.local.faults.cluster.Server;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** C9: the money for a booking lies in Kafka before anybody has decided the booking. */
final class PaidBeforeItWasBooked {

  private static final int BOOKINGS = 5;
  private static final long USER = 9_000_000;

  private PaidBeforeItWasBooked() {}

  static Strike strike(Scene scene) {
    List<Long> slots = Guest.premises(scene.cluster()).slots(BOOKINGS, 1);
    Guest guest = Guest.user(scene.cluster(), USER);
    List<Server> workers = scene.cluster().workers();
    try (Till till = new Till(scene.cluster())) {
      workers.forEach(Server::kill);
      // The first booking of a slot has number 1: whoever knows that can pay in advance.
      slots.forEach(slot -> till.take("early-" + slot, slot * 100_000 + 1));
      List<CompletableFuture<Answer>> asked =
          slots.stream()
              .map(slot -> CompletableFuture.supplyAsync(() -> guest.book(slot)))
              .toList();
      workers.forEach(Server::start);
      workers.forEach(Server::awaitReady);
      boolean booked =
          asked.stream().map(CompletableFuture::join).allMatch(answer -> answer.status() == 201);
      Set<String> lost = till.lost();
      return Strike.plain()
          .with(
              "paid early %d: kept %d, sent back %d"
                  .formatted(BOOKINGS, till.kept().size(), till.returned("unknown_booking")))
          .mustHold(booked, "a seat was refused")
          .mustHold(lost.isEmpty(), "neither kept nor sent back whole: " + lost);
    }
  }
}
