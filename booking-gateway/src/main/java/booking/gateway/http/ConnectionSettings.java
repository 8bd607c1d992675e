package booking.gateway.http;

import io.dropwizard.util.Duration;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * What clients may do with their connections.
 *
 * @param most at once; the operating system keeps further ones waiting, as many as acceptQueueSize
 * @param headWithin how long the head of a request may take to arrive, from its first byte
 * @param takenWithin how long an answer may take to be received
 */
public record ConnectionSettings(
    @Min(1) int most, @NotNull Duration headWithin, @NotNull Duration takenWithin) {}
