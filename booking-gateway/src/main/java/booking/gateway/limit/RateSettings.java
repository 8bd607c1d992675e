package booking.gateway.limit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How often one caller may call.
 *
 * @param perSecond in the long run
 * @param burst at once, after a time of silence
 */
public record RateSettings(
    @Min(1) @Max(1_000_000) int perSecond, @Min(1) @Max(1_000_000) int burst) {}
