package booking.local.bench.baseline;

import booking.gateway.request.Outcome;
import booking.gateway.request.RequestStatus;
import booking.gateway.request.Requests;
import booking.gateway.request.Submission;
import booking.local.bench.baseline.PlainBookings.Booked;
import booking.local.bench.baseline.PlainBookings.Wish;
import booking.schemas.RequestResult;
import booking.schemas.command.Book;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Wishes that are fulfilled at once, in a transaction of the thread that brings them. */
record PlainRequests(PlainBookings bookings, int mostHolds, InstantSource clock)
    implements Requests {

  @Override
  public CompletableFuture<Outcome> submit(Submission wish) {
    Wish asked =
        new Wish(wish.timeslotId().orElseThrow(), wish.actor().getUserId(), (Book) wish.command());
    Booked booked = bookings.book(asked, mostHolds, clock.instant());
    return CompletableFuture.completedFuture(
        new Outcome.Decided(
            RequestResult.newBuilder()
                .setRequestId(wish.identity().requestId())
                .setRepeated(false)
                .setUserId(asked.userId())
                .setDecidedAt(booked.timeslot().getUpdatedAt())
                .setAccepted(true)
                .setTimeslotId(asked.timeslotId())
                .setVersion(booked.timeslot().getVersion())
                .setBookingAfter(booked.booking())
                .setTimeslotAfter(booked.timeslot())
                .build()));
  }

  @Override
  public Optional<RequestStatus> status(String requestId, long userId) {
    return Optional.empty();
  }
}
