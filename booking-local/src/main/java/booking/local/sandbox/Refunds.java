package booking.local.sandbox;

import booking.schemas.RefundRequested;
import booking.schemas.RefundSettled;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The refunds that were asked of the payment service and how they ended. Bounded to the last
 * {@value #KEPT}. Safe to share between threads.
 */
final class Refunds {

  private static final int KEPT = 50_000;

  /** One refund as the sandbox shows it. */
  public record Shown(
      String refundId,
      String paymentId,
      long bookingId,
      BigDecimal amount,
      String currency,
      String reason,
      Instant requestedAt,
      String status,
      Optional<Instant> settledAt) {}

  private final Map<String, RefundRequested> requested = new LinkedHashMap<>();
  private final Map<String, RefundSettled> settled = new LinkedHashMap<>();
  private final Map<Long, Set<String>> idsByBooking = new LinkedHashMap<>();

  synchronized void take(RefundRequested request) {
    requested.putIfAbsent(request.getRefundId(), request);
    idsByBooking
        .computeIfAbsent(request.getBookingId(), any -> new TreeSet<>())
        .add(request.getRefundId());
    dropOldest(requested);
    dropOldest(idsByBooking);
  }

  synchronized void take(RefundSettled settlement) {
    settled.putIfAbsent(settlement.getRefundId(), settlement);
    dropOldest(settled);
  }

  /** By refund id. */
  synchronized List<Shown> of(long bookingId) {
    List<Shown> shown = new ArrayList<>();
    for (String id : idsByBooking.getOrDefault(bookingId, Set.of())) {
      Optional.ofNullable(requested.get(id)).map(this::show).ifPresent(shown::add);
    }
    return List.copyOf(shown);
  }

  private Shown show(RefundRequested request) {
    // The two topics are in no order between them: a settlement may be seen first.
    Optional<RefundSettled> end = Optional.ofNullable(settled.get(request.getRefundId()));
    return new Shown(
        request.getRefundId(),
        request.getPaymentId(),
        request.getBookingId(),
        request.getAmount(),
        request.getCurrency(),
        request.getReason(),
        request.getRequestedAt(),
        end.map(settlement -> settlement.getStatus().name().toLowerCase(Locale.ROOT))
            .orElse("requested"),
        end.map(RefundSettled::getSettledAt));
  }

  private static <K> void dropOldest(Map<K, ?> entries) {
    if (entries.size() > KEPT) {
      entries.remove(Objects.requireNonNull(entries.keySet().iterator().next()));
    }
  }
}
