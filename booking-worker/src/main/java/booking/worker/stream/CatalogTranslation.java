package booking.worker.stream;

import static booking.worker.stream.Bounds.check;

import booking.schemas.CatalogRequest;
import booking.schemas.RefundTier;
import booking.schemas.command.CreateRoom;
import booking.schemas.command.GenerateTimeslots;
import booking.schemas.command.UpdateRoom;
import booking.worker.catalog.CatalogCommand;
import booking.worker.catalog.RoomChanges;
import booking.worker.catalog.RoomChanges.Clearable;
import booking.worker.catalog.RoomDetails;
import booking.worker.catalog.RoomDetails.Rate;
import booking.worker.catalog.TimeslotPlan;
import booking.worker.catalog.TimeslotPlan.WorkingHours;
import booking.worker.money.Money;
import booking.worker.money.RefundPolicy;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Requests to the catalogue out of Avro, held to the contract's bounds. */
final class CatalogTranslation {

  private static final int NAME_LENGTH = 100;
  private static final int SEATS_MAX = 10_000;
  // Postgres and ISO 8601 count further than this only with a change of notation.
  private static final int YEAR_END = 9_999;
  private static final int TIERS_MAX = 20;
  private static final BigDecimal RATE_MAX = new BigDecimal("99999999.99");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  private final Rules rules;

  CatalogTranslation(Rules rules) {
    this.rules = rules;
  }

  /**
   * The command that the request carries.
   *
   * @throws UnusableException if it breaks a bound
   */
  CatalogCommand command(CatalogRequest request) {
    RequestTranslation.check(request.getRequestId(), request.getActor());
    Object command = request.getCommand();
    if (command instanceof CreateRoom create) {
      return new CatalogCommand.CreateRoom(details(create));
    } else if (command instanceof UpdateRoom update) {
      return new CatalogCommand.UpdateRoom(
          update.getRoomId(), changes(update), update.getCancelBookings());
    } else if (command instanceof GenerateTimeslots generate) {
      return new CatalogCommand.Generate(generate.getRoomId(), plan(generate));
    }
    throw new UnusableException("unknown command " + command.getClass().getSimpleName());
  }

  private RoomDetails details(CreateRoom create) {
    Bounds.text("name", create.getName(), NAME_LENGTH);
    checkTexts(create.getDescription(), create.getMetadata());
    checkCapacity(create.getCapacity());
    String currency = currency(create.getCurrency()).orElse(rules.currency());
    Optional<Money> anHour =
        amount("hourlyRate", create.getHourlyRate()).map(rate -> Money.of(rate, currency));
    return new RoomDetails(
        create.getName(),
        Optional.ofNullable(create.getDescription()).orElse(""),
        RoomTranslation.type(create.getRoomType()),
        create.getCapacity(),
        new Rate(anHour, currency),
        zone(create.getTimeZone()).orElse(rules.timeZone()),
        create.getActive(),
        policy(create.getRefundPolicy()),
        Optional.ofNullable(create.getMetadata()).orElse(""));
  }

  private static RoomChanges changes(UpdateRoom update) {
    Optional<String> name = Optional.ofNullable(update.getName());
    name.ifPresent(text -> Bounds.text("name", text, NAME_LENGTH));
    checkTexts(update.getDescription(), update.getMetadata());
    Optional<Integer> capacity = Optional.ofNullable(update.getCapacity());
    capacity.ifPresent(CatalogTranslation::checkCapacity);
    return new RoomChanges(
        name,
        Optional.ofNullable(update.getDescription()),
        Optional.ofNullable(update.getRoomType()).map(RoomTranslation::type),
        capacity,
        amount("hourlyRate", update.getHourlyRate()),
        currency(update.getCurrency()),
        zone(update.getTimeZone()),
        Optional.ofNullable(update.getActive()),
        policy(update.getRefundPolicy()),
        Optional.ofNullable(update.getMetadata()),
        cleared(update.getCleared()));
  }

  private static TimeslotPlan plan(GenerateTimeslots generate) {
    check(
        generate.getMaxBookings() >= 1 && generate.getMaxBookings() <= SEATS_MAX,
        "maxBookings is not 1 to " + SEATS_MAX);
    check(
        generate.getStartDate().getYear() > 0 && generate.getEndDate().getYear() < YEAR_END,
        "the dates are not of the years 1 to " + (YEAR_END - 1));
    return new TimeslotPlan(
        generate.getStartDate(),
        generate.getEndDate(),
        generate.getSlotMinutes(),
        new WorkingHours(generate.getOpens(), generate.getCloses()),
        generate.getMaxBookings(),
        amount("price", generate.getPrice()));
  }

  private static void checkTexts(@Nullable String description, @Nullable String metadata) {
    Bounds.longest("description", description, Bounds.NOTES_LENGTH);
    Bounds.bytes("metadata", metadata, Bounds.METADATA_BYTES);
  }

  private static void checkCapacity(int capacity) {
    check(capacity >= 1, "capacity is not 1 or more");
  }

  private static Optional<BigDecimal> amount(String field, @Nullable BigDecimal amount) {
    check(
        amount == null || (amount.signum() >= 0 && amount.compareTo(RATE_MAX) <= 0),
        field + " is not 0 to " + RATE_MAX);
    return Optional.ofNullable(amount);
  }

  private static Optional<String> currency(@Nullable String currency) {
    check(currency == null || CURRENCY.matcher(currency).matches(), "currency is not ISO 4217");
    return Optional.ofNullable(currency);
  }

  private static Optional<ZoneId> zone(@Nullable String zone) {
    try {
      return Optional.ofNullable(zone).map(ZoneId::of);
    } catch (DateTimeException e) {
      throw new UnusableException("timeZone is unknown");
    }
  }

  private static Optional<RefundPolicy> policy(@Nullable List<RefundTier> tiers) {
    check(tiers == null || tiers.size() <= TIERS_MAX, "refundPolicy has too many tiers");
    try {
      return Optional.ofNullable(tiers).map(Tiers::toPolicy);
    } catch (IllegalArgumentException e) {
      throw new UnusableException("refundPolicy: " + e.getMessage());
    }
  }

  private static Set<Clearable> cleared(List<String> names) {
    try {
      return names.stream().map(CatalogTranslation::clearable).collect(Collectors.toSet());
    } catch (IllegalArgumentException e) {
      throw new UnusableException("cleared names an unknown field");
    }
  }

  private static Clearable clearable(String field) {
    String words = field.replaceAll("([A-Z])", "_$1");
    return Clearable.valueOf(words.toUpperCase(Locale.ROOT));
  }
}
