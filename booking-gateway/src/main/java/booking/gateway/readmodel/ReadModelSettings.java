package booking.gateway.readmodel;

import booking.gateway.auth.TokenSettings.Secret;
import io.dropwizard.util.Duration;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * How to reach the read model.
 *
 * @param url a JDBC URL
 * @param user a login that can only SELECT
 * @param password may be empty
 * @param connections at most at once
 * @param connectionWait how long a read waits for a free connection
 * @param statementTimeout after which Postgres gives up a statement
 * @param lockTimeout after which Postgres gives up waiting for a lock
 */
public record ReadModelSettings(
    @NotBlank String url,
    @NotBlank String user,
    @NotNull Secret password,
    @Min(1) int connections,
    @NotNull Duration connectionWait,
    @NotNull Duration statementTimeout,
    @NotNull Duration lockTimeout) {}
