package booking.gateway.limit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * What one caller may have of this gateway.
 *
 * @param user calls with a valid token, counted by its user
 * @param address calls that need no token, counted by the address they come from
 * @param mostHolds seats that a user holds and has not paid for, at once
 */
public record LimitSettings(
    @NotNull @Valid RateSettings user,
    @NotNull @Valid RateSettings address,
    @Min(1) int mostHolds) {}
