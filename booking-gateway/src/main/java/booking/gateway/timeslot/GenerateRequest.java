package booking.gateway.timeslot;

import booking.gateway.problem.Violations;
import booking.gateway.room.RoomId;
import booking.schemas.command.GenerateTimeslots;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** An admin's wish for timeslots in a room, as it is sent. */
public record GenerateRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<Long> roomId,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            format = "date",
            description = "First day, by the room's clock.")
        Optional<String> startDate,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            format = "date",
            description = "The day after the last one, at most 366 days on.")
        Optional<String> endDate,
    @Schema(minimum = "5", maximum = "1440", defaultValue = "30", description = "Minutes.")
        Optional<Integer> slotDuration,
    Optional<WorkingHours> workingHours,
    @Schema(minimum = "1", maximum = "10000", defaultValue = "1", description = "Seats of a slot.")
        Optional<Integer> maxBookings,
    @Schema(description = "Of each slot; if left out, the room's hourly rate for its length.")
        Optional<BigDecimal> price) {

  private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
  private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";
  private static final String MIDNIGHT_AFTER = "24:00";

  // The worker's own bound: every slot, and whatever is counted from it, keeps four-digit years.
  private static final int YEAR_END = 9999;

  /** From opening to closing by the room's clock; closing at or before opening is the next day. */
  @Schema(description = "Left out: 09:00 to 17:00.")
  public record WorkingHours(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "09:00")
          Optional<String> start,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "17:00")
          Optional<String> end) {

    static WorkingHours unlessSent() {
      return new WorkingHours(Optional.of("09:00"), Optional.of("17:00"));
    }
  }

  /** The command for the worker, or a VALIDATION_FAILED. */
  GenerateTimeslots command() {
    Violations violations = new Violations();
    violations.required("roomId", roomId);
    violations.id("roomId", roomId);
    day(violations, "startDate", startDate);
    day(violations, "endDate", endDate);
    violations.within("slotDuration", slotDuration, 5, 1440);
    violations.within("maxBookings", maxBookings, 1, 10_000);
    WorkingHours hours = workingHours.orElseGet(WorkingHours::unlessSent);
    time(violations, "workingHours.start", hours.start());
    time(violations, "workingHours.end", hours.end().map(GenerateRequest::closing));
    Optional<BigDecimal> cents = violations.money("price", price);
    violations.refuseIfAny();
    return GenerateTimeslots.newBuilder()
        .setRoomId(new RoomId(roomId.orElseThrow()).value())
        .setStartDate(LocalDate.parse(startDate.orElseThrow()))
        .setEndDate(LocalDate.parse(endDate.orElseThrow()))
        .setSlotMinutes(slotDuration.orElse(30))
        .setOpens(LocalTime.parse(hours.start().orElseThrow()))
        .setCloses(LocalTime.parse(closing(hours.end().orElseThrow())))
        .setMaxBookings(maxBookings.orElse(1))
        .setPrice(cents.orElse(null))
        .build();
  }

  // Many people write the end of a day as its twenty-fourth hour.
  private static String closing(String end) {
    return end.equals(MIDNIGHT_AFTER) ? "00:00" : end;
  }

  private static void day(Violations violations, String field, Optional<String> day) {
    violations.required(field, day);
    violations.unless(
        day.map(GenerateRequest::isDay).orElse(true),
        field,
        "must be a day like 2027-03-28, before the year " + YEAR_END);
  }

  private static void time(Violations violations, String field, Optional<String> time) {
    violations.required(field, time);
    violations.unless(
        time.map(text -> text.matches(TIME)).orElse(true), field, "must be a time like 09:00");
  }

  private static boolean isDay(String text) {
    try {
      if (!text.matches(DAY)) {
        return false;
      }
      int year = LocalDate.parse(text).getYear();
      return year > 0 && year < YEAR_END;
    } catch (DateTimeParseException none) {
      return false;
    }
  }
}
