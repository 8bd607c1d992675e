package booking.local.sandbox;

import booking.schemas.BookingNotification;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the customers were told, in the order they were told it. Bounded: of each user the last
 * {@value #KEPT_OF_A_USER}, of at most {@value #KEPT_USERS} users. Safe to share between threads.
 */
final class Notifications {

  private static final int KEPT_OF_A_USER = 100;
  private static final int KEPT_USERS = 10_000;

  /** One notification as the sandbox shows it. */
  public record Shown(
      String notificationId,
      String kind,
      long bookingId,
      String status,
      String roomName,
      String localStart,
      String timeZone,
      BigDecimal amount,
      String currency,
      Optional<Instant> holdExpiresAt,
      Optional<BigDecimal> refundAmount,
      Optional<String> refundCurrency,
      Optional<String> reason,
      Instant occurredAt) {}

  private final Map<Long, List<Shown>> byUser = new LinkedHashMap<>();

  synchronized void take(BookingNotification notification) {
    List<Shown> ofUser = byUser.computeIfAbsent(notification.getUserId(), any -> new ArrayList<>());
    Shown shown = show(notification);
    // A repeat has the same id by design, and is told once.
    if (ofUser.stream().noneMatch(told -> told.notificationId().equals(shown.notificationId()))) {
      ofUser.add(shown);
    }
    if (ofUser.size() > KEPT_OF_A_USER) {
      ofUser.remove(0);
    }
    if (byUser.size() > KEPT_USERS) {
      byUser.remove(byUser.keySet().iterator().next());
    }
  }

  /** Oldest first. */
  synchronized List<Shown> of(long userId) {
    return List.copyOf(byUser.getOrDefault(userId, List.of()));
  }

  private static Shown show(BookingNotification notification) {
    return new Shown(
        notification.getNotificationId(),
        word(notification.getKind()),
        notification.getBookingId(),
        word(notification.getStatus()),
        notification.getRoomName(),
        notification.getLocalStart(),
        notification.getTimeZone(),
        notification.getAmount(),
        notification.getCurrency(),
        Optional.ofNullable(notification.getHoldExpiresAt()),
        Optional.ofNullable(notification.getRefundAmount()),
        Optional.ofNullable(notification.getRefundCurrency()),
        Optional.ofNullable(notification.getReason()),
        notification.getOccurredAt());
  }

  private static String word(Enum<?> symbol) {
    return symbol.name().toLowerCase(Locale.ROOT);
  }
}
